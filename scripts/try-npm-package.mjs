// Packs the npm package as it is built, installs it globally in a folder of its own without a network, and runs it there.
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Bytes that `npm i -g` may put on the disk, in blocks of the file system. */
const LIMIT = 15_000_000;

/** Throws when it does not work. `root`: of this repository; `scratch`: an empty folder, or one with other things. */
export function tryNpmPackage(root, scratch) {
  const [packed, prefix] = [join(scratch, 'packed'), join(scratch, 'prefix')];
  for (const folder of [packed, prefix]) mkdirSync(folder);
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], root));
  npm(['install', '--global', '--offline', '--prefix', prefix, join(packed, filename)], scratch);
  const size = sizeOf(prefix);
  if (size > LIMIT) throw new Error(`npm i -g puts ${size} bytes on the disk, at most ${LIMIT}`);
  const tool = join(prefix, 'bin/header-split');
  const { version } = JSON.parse(run(process.execPath, ['-p', `JSON.stringify(require('${root}/package.json'))`]));
  const said = run(tool, ['--version']).trim();
  if (said !== version) throw new Error(`the npm package says that it is ${said}`);
  const demo = join(scratch, 'demo');
  cpSync(join(root, 'manifests/demo'), demo, { recursive: true });
  const [manifest, project] = [join(demo, 'volume.yaml'), join(demo, 'project')];
  // Without git the folder is walked, with a library, and the assertions are looked at with the C grammar.
  const applied = JSON.parse(run(tool, ['apply', '--format', 'json', '-C', project, manifest]));
  if (applied.findings.some(({ code }) => code === 'grammar-missing')) throw new Error('the C grammar does not load');
  run(tool, ['check', '-C', project, manifest]);
  const user = join(scratch, 'user.mjs');
  writeFileSync(
    user,
    `import { parseManifest } from '${join(prefix, 'lib/node_modules/header-split/dist/library/index.js')}';
console.log(parseManifest({ path: 'm.yaml', text: 'version: 2\\n' }).findings.length > 0);\n`,
  );
  if (run(process.execPath, [user]).trim() !== 'true') throw new Error('the library does not work');
  return size;
}

function npm(args, cwd) {
  return run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
}

/** What the blocks of all files and folders take. */
function sizeOf(path) {
  const found = lstatSync(path);
  const inside = found.isDirectory() ? readdirSync(path).map((name) => sizeOf(join(path, name))) : [];
  return inside.reduce((sum, one) => sum + one, found.blocks * 512);
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
