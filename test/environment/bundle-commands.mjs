// Before all tests, src/ is bundled for the process that runs command lines: never what an earlier build left in dist/.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module finds files of the package from where it lies in src/. */
const inItsPlace = {
  name: 'in-its-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', url), loader: 'ts' };
    }),
};

export default async function bundleCommands() {
  // Unit tests start no process; coverage counts what runs in this one.
  if (process.env.NO_PROCESSES === '1' || process.env.IN_PROCESS === '1') return;
  const folder = `${root}/node_modules/.cache/header-split`;
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/commands-${process.pid}.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ['test/environment/command-server.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [inItsPlace],
  });
  process.env.COMMAND_SERVER = outfile;
  process.on('exit', () => rmSync(outfile, { force: true }));
}
