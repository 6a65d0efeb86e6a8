/** The options of the command line as yargs takes them, shared by the commands that have them. */

const common = {
  root: {
    alias: 'C',
    type: 'string',
    requiresArg: true,
    describe: 'Root of the C project (default: the git top level of the current folder)',
  },
  color: {
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    requiresArg: true,
    describe: 'Colour; auto heeds NO_COLOR, FORCE_COLOR and whether the output is a terminal',
  },
} as const;

const format = {
  choices: ['text', 'json'],
  default: 'text',
  requiresArg: true,
  describe: 'Form of the report',
} as const;

const only = {
  choices: ['headers', 'assertions'],
  requiresArg: true,
  describe: 'Only the split, or only the assertions; those go on top of the split',
} as const;

const from = {
  type: 'string',
  requiresArg: true,
  describe: 'Read header and sources as git has them at this revision, not the work tree',
} as const;

const output = {
  alias: 'o',
  type: 'string',
  requiresArg: true,
  describe: 'File to write (default: standard output)',
} as const;

export const initFlags = {
  output,
  parts: {
    type: 'string',
    requiresArg: true,
    describe: 'Names of the parts, separated by commas (default: common,graph,io)',
  },
  'from-split': {
    type: 'boolean',
    default: false,
    describe: 'Learn the parts from the part files that the header includes: it was split by hand',
  },
  series: {
    type: 'boolean',
    default: false,
    describe: 'Write a series file for the manifests that are named in place of a header',
  },
  ...common,
  format,
} as const;

export const checkFlags = {
  fix: {
    type: 'boolean',
    default: false,
    describe: 'Write what has one right answer: misplaced declarations, assertions, includes of part files',
  },
  only,
  ...common,
  format: {
    ...format,
    choices: ['text', 'json', 'sarif', 'github'],
    describe: 'Form of the report; github is for annotations by GitHub Actions',
  },
} as const;

export const diffFlags = {
  stat: { type: 'boolean', default: false, describe: 'Show only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'Exit with 1 when there are differences' },
  only,
  from,
  ...common,
  format,
} as const;

export const patchFlags = { output, only, from, ...common, format } as const;

export const applyFlags = { only, from, ...common, format } as const;

export const regenerateFlags = {
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change and write nothing' },
  stat: { type: 'boolean', default: false, describe: 'With --dry-run: only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'With --dry-run: exit with 1 when there are differences' },
  output: { ...output, describe: 'Write the change as a patch to this file, and nothing to the tree' },
  was: {
    type: 'string',
    requiresArg: true,
    describe: 'The manifest that the tree was made by: a file, or REV:PATH (default: as HEAD has it)',
  },
  from: {
    ...from,
    describe: 'A revision from before the split (default: the last one in the history)',
  },
  ...common,
  format,
} as const;

export const syncFlags = {
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change of the manifest and write nothing' },
  ...common,
  format,
} as const;

export const seriesFlags = {
  output: { ...output, describe: 'Folder for the mails; it is made where there is none' },
  file: {
    type: 'string',
    requiresArg: true,
    describe: 'Series file: manifests, texts and what goes into which patch (`init --series` writes one)',
  },
  from: { ...from, describe: 'Commit that the series begins on (default: HEAD)' },
  branch: { type: 'string', requiresArg: true, describe: 'Make a new branch of the commits' },
  'reroll-count': { alias: 'v', type: 'string', requiresArg: true, describe: 'Version of the series' },
  previous: {
    type: 'string',
    requiresArg: true,
    describe: 'The version before, for a range-diff: folder of its mails, or A..B',
  },
  was: {
    type: 'string',
    requiresArg: true,
    describe:
      'The manifests of the version before, for a changelog: a folder or a revision (default: as HEAD has them)',
  },
  'run-cc-command': {
    type: 'boolean',
    default: false,
    describe: 'Run the program that the series file names under cc_command; read it first',
  },
  signoff: { alias: 's', type: 'boolean', default: false, describe: 'Add Signed-off-by to each patch' },
  rfc: { type: 'boolean', default: false, describe: 'Subjects begin with [RFC PATCH' },
  'subject-prefix': { type: 'string', requiresArg: true, describe: 'In place of PATCH in subjects' },
  to: { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'An address for To; may be given again' },
  cc: { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'An address for Cc; may be given again' },
  base: { type: 'string', requiresArg: true, describe: 'Commit to name as the base, or auto' },
  thread: {
    choices: ['shallow', 'deep'],
    requiresArg: true,
    describe: 'Make the mails answers to the cover letter, or each to the one before (alone: shallow)',
  },
  'in-reply-to': { type: 'string', requiresArg: true, describe: 'Message id that the cover letter answers' },
  'find-copies': {
    type: 'string',
    requiresArg: true,
    describe: 'Show a part file as a copy of the header where they are so much alike, as in 20% (alone: 50%)',
  },
  ...common,
  format,
} as const;

const flags = {
  init: initFlags,
  check: checkFlags,
  diff: diffFlags,
  patch: patchFlags,
  apply: applyFlags,
  regenerate: regenerateFlags,
  sync: syncFlags,
  series: seriesFlags,
} as const;

export type FlaggedCommand = keyof typeof flags;

export const commandNames: readonly FlaggedCommand[] = [
  'init',
  'check',
  'diff',
  'patch',
  'apply',
  'regenerate',
  'sync',
  'series',
];

/** Long names of a command's options, without dashes. */
export function flagsOf(command: FlaggedCommand): readonly string[] {
  return Object.keys(flags[command]);
}
