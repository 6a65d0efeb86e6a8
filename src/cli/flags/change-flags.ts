import { auditFile, common, compiling, format, from, output, slice } from './shared-flags.ts';

/** The options of the commands that show or make a change of the tree or the manifest. */

export const diffFlags = {
  stat: { type: 'boolean', default: false, describe: 'Show only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'Exit with 1 if there are differences' },
  only: slice,
  'audit-file': auditFile,
  from,
  ...common,
  format,
} as const;

export const patchFlags = { output, only: slice, 'audit-file': auditFile, from, ...common, format } as const;

export const applyFlags = { only: slice, 'audit-file': auditFile, from, ...common, format } as const;

export const regenerateFlags = {
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change and write nothing' },
  stat: { type: 'boolean', default: false, describe: 'With --dry-run: only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'With --dry-run: exit with 1 if there are differences' },
  output: { ...output, describe: 'Write the change as a patch to this file, and nothing to the tree' },
  was: {
    type: 'string',
    requiresArg: true,
    describe: 'The manifest that the tree was split by: a file, or REV:PATH (default: the one in HEAD)',
  },
  'audit-file': auditFile,
  from: {
    ...from,
    describe: 'A revision from before the split (default: the last one in the history)',
  },
  ...common,
  format,
} as const;

export const syncFlags = {
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change to the manifest and write nothing' },
  ...common,
  format,
} as const;

export const usersFlags = {
  prove: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe:
      'Compile each unit that reads a changed file, before and after, by the compile_commands.json in this directory',
  },
  ...compiling,
  from,
  ...common,
  format,
} as const;
