// Makes header-split-VERSION-PLATFORM-ARCH.tar.gz in the folder that it is given, else build/: the tool with a node of its own, for machines that have none.
// Linux with GNU tar. The same sources and the same node give the same bytes. Then unpacks it in a folder of its own and
// runs it with nothing but git on the PATH, and does the same with the npm package; exits with 1 when that does not work.
//
// node's single executable is only the launcher: the program and its native addons lie beside it as they do in the npm
// package. V8's bytecode is left out, since it differs from one build to the next.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inject } from 'postject';
import { tryNpmPackage } from './try-npm-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const into = resolve(process.argv[2] ?? join(root, 'build'));
const target = `${process.platform}-${process.arch}`;
const name = `header-split-${version}-${target}`;
/** Which blob a copied node runs: the documentation of single executable applications gives it. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const scratch = mkdtempSync(join(tmpdir(), 'header-split-package-'));
try {
  const archive = await makeArchive();
  tryArchive(archive);
  tryNpmPackage(root, scratch);
  process.stdout.write(`${archive}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function makeArchive() {
  if (process.platform !== 'linux') throw new Error('archives are made on Linux only');
  const folder = join(scratch, name);
  const library = join(folder, 'lib');
  for (const path of ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs', 'manifests'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of ['bin', 'schema', 'package.json'])
    cpSync(join(root, path), join(library, path), { recursive: true });
  for (const one of [
    'bin/main.cjs',
    'bin/commands.cjs',
    'bin/help.txt',
    'bin/LICENSES.txt',
    `bin/prebuilds/${target}`,
    'page',
  ])
    cpSync(join(root, 'dist', one), join(library, 'dist', one), { recursive: true });
  await makeExecutable(join(folder, 'header-split'));
  mkdirSync(into, { recursive: true });
  const archive = join(into, `${name}.tar.gz`);
  const always = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
  run('tar', [...always, '-I', 'gzip -n -9', '-C', scratch, '-cf', archive, name]);
  return archive;
}

async function makeExecutable(path) {
  const launcher = join(scratch, 'launcher.cjs');
  writeFileSync(
    launcher,
    "require('node:module').createRequire(process.execPath)(require('node:path').join(" +
      "require('node:path').dirname(require('node:fs').realpathSync(process.execPath)), 'lib/bin/header-split.js'));\n",
  );
  writeFileSync(
    join(scratch, 'sea.json'),
    JSON.stringify({ main: 'launcher.cjs', output: 'launcher.blob', disableExperimentalSEAWarning: true }),
  );
  // The path of the launcher goes into the blob, so it is one that is always the same.
  run(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: scratch });
  copyFileSync(process.execPath, path);
  chmodSync(path, 0o755);
  await inject(path, 'NODE_SEA_BLOB', readFileSync(join(scratch, 'launcher.blob')), { sentinelFuse: FUSE });
}

function tryArchive(archive) {
  const there = join(scratch, 'a place');
  const path = join(scratch, 'path');
  mkdirSync(there);
  mkdirSync(path);
  symlinkSync(run('sh', ['-c', 'command -v git']).trim(), join(path, 'git'));
  run('tar', ['-C', there, '-xf', archive]);
  const executable = join(there, name, 'header-split');
  const demo = join(there, name, 'manifests/demo');
  const env = { PATH: path, HOME: there };
  const said = run(executable, ['--version'], { env }).trim();
  if (said !== version) throw new Error(`${name} says that it is ${said}`);
  const manifest = join(demo, 'volume.yaml');
  // The assertions are looked at with the C grammar, so this loads the native addons.
  const applied = JSON.parse(
    run(executable, ['apply', '--format', 'json', '-C', join(demo, 'project'), manifest], { env }),
  );
  if (applied.findings.some(({ code }) => code === 'grammar-missing')) throw new Error('the C grammar does not load');
  run(executable, ['check', '-C', join(demo, 'project'), manifest], { env });
  // The page, its script and what lays out its picture are files beside the program.
  const page = run(executable, ['review', '-C', join(demo, 'project'), manifest], { env, maxBuffer: 64 * 1024 * 1024 });
  if (!page.includes('<svg class="picture"')) throw new Error('review has no picture');
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
