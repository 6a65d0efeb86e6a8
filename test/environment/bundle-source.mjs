// Before all tests, src/ is bundled for them: never what an earlier build left in dist/. One bundle runs command lines in
// a process beside each worker; the other holds all modules, which a worker loads once for all its test files.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fastGlob from 'fast-glob';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module finds files of its package from where it lies. */
const inItsPlace = {
  name: 'in-its-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](?:src[\\/].*\.ts|yargs[^\\/]*[\\/].*\.m?js)$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', url), loader: path.endsWith('.ts') ? 'ts' : 'js' };
    }),
};

const ofBoth = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [inItsPlace],
};

export default async function bundleSource() {
  // Coverage counts what runs in the test's own modules.
  if (process.env.IN_PROCESS === '1') return;
  const folder = `${root}/node_modules/.cache/header-split`;
  mkdirSync(folder, { recursive: true });
  const modules = `${folder}/source-${process.pid}.cjs`;
  const builds = [build({ ...ofBoth, ...allModules(), outfile: modules })];
  const files = [modules, `${modules}.map`];
  process.env.SOURCE_BUNDLE = modules;
  // Unit tests start no process.
  if (process.env.NO_PROCESSES !== '1') {
    const server = `${folder}/commands-${process.pid}.mjs`;
    const entryPoints = ['test/environment/command-server.ts'];
    builds.push(build({ ...ofBoth, entryPoints, outfile: server, format: 'esm', packages: 'external' }));
    files.push(server);
    process.env.COMMAND_SERVER = server;
  }
  process.on('exit', () => {
    for (const file of files) rmSync(file, { force: true });
  });
  await Promise.all(builds);
}

/** Each module by its path, loaded when it is asked for. */
function allModules() {
  const paths = fastGlob.sync('src/**/*.ts', { cwd: root, ignore: ['src/page/**'] });
  const members = paths.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),\n`);
  return {
    stdin: { contents: `module.exports = {\n${members.join('')}};`, resolveDir: root, sourcefile: 'all-modules.cjs' },
    format: 'cjs',
    external: ['tree-sitter', 'tree-sitter-c', 'fast-glob', 'yaml', 'picocolors'],
    sourcemap: true,
    sourcesContent: false,
  };
}
