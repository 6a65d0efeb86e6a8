import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run test:real -- DIR [--facts DIR] [--only REGEX] [--edits N] [--projects REGEX] [--all-units] [--include-tree]
DIR holds qemu-5.2 and qemu-7.2 as scripts/fetch-qemu.sh unpacks them, and what scripts/fetch-projects.sh does. --facts names the folder with the record of what
QEMU's maintainers did and the scripts that configure and compile QEMU; without it, what needs them is skipped.
--edits says how many edits of a manifest follow one another, 60 where it does not. --projects picks C projects by name,
and --all-units compiles all of their units, with the parts given in every way, instead of some: an hour of processor time. --include-tree draws 300 headers
of /usr/include by each of three seeds instead of 40 by one: half an hour.
Environment: HEADER_SPLIT_BIN, the built command line to test; HEADER_SPLIT_FACTS, as --facts.`;

/** The repository's top folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** What to test, on what, against what. Ends the process with 2 and a reason when that cannot be said. */
export function readArguments(argv) {
  const { values, positionals } = parse(argv);
  if (positionals.length !== 1) stop(USAGE);
  const dir = resolve(positionals[0]);
  for (const version of ['5.2', '7.2'])
    if (!existsSync(join(dir, `qemu-${version}`, '.git')))
      stop(`${dir} has no qemu-${version}: run scripts/fetch-qemu.sh`);
  const edits = Number(values.edits ?? 60);
  if (!Number.isInteger(edits) || edits < 1) stop(USAGE);
  const bin = resolve(process.env.HEADER_SPLIT_BIN ?? join(repository, 'bin/header-split.js'));
  const facts = values.facts ?? process.env.HEADER_SPLIT_FACTS ?? null;
  return {
    dir,
    before: join(dir, 'qemu-5.2'),
    after: join(dir, 'qemu-7.2'),
    bin,
    dist: join(dirname(bin), '../dist'),
    facts: facts !== null && existsSync(facts) ? resolve(facts) : null,
    only: new RegExp(values.only ?? '.'),
    edits,
    projects: new RegExp(values.projects ?? '.'),
    allUnits: values['all-units'] ?? false,
    wholeIncludeTree: values['include-tree'] ?? false,
  };
}

function parse(argv) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        facts: { type: 'string' },
        only: { type: 'string' },
        edits: { type: 'string' },
        projects: { type: 'string' },
        'all-units': { type: 'boolean' },
        'include-tree': { type: 'boolean' },
      },
    });
  } catch (error) {
    return stop(`${error.message}\n${USAGE}`);
  }
}

function stop(reason) {
  console.error(reason);
  process.exit(2);
}
