import { auditFile, common, compiling, format, formatOfFindings, from, output } from './shared-flags.ts';

/** The options of the commands that hand a split over and prove it. */

export const seriesFlags = {
  output: { ...output, describe: 'Directory for the mails, created if missing; `-`: standard output' },
  file: {
    type: 'string',
    requiresArg: true,
    describe: 'Series file: manifests, texts and what goes into which patch (`init --series` writes one)',
  },
  'audit-file': { ...auditFile, describe: 'Audit file: also divide the structs of its `members`, a patch each' },
  from: { ...from, describe: 'Commit that the series starts from (default: HEAD)' },
  branch: { type: 'string', requiresArg: true, describe: 'Create a branch with the commits' },
  'reroll-count': { alias: 'v', type: 'string', requiresArg: true, describe: 'Version of the series' },
  previous: {
    type: 'string',
    requiresArg: true,
    describe: 'The previous version, for a range-diff: the directory of its mails, or A..B',
  },
  was: {
    type: 'string',
    requiresArg: true,
    describe:
      'Earlier manifests: with -v 2 those of the previous version, for a changelog (default: HEAD); otherwise like --since',
  },
  since: {
    type: 'string',
    requiresArg: true,
    describe: 'On a split tree, make mails for the manifest edits since this revision, one for each topic',
  },
  fixes: {
    type: 'boolean',
    default: false,
    describe: 'With --since or --was: name the commit that classified each function',
  },
  'run-cc-command': {
    type: 'boolean',
    default: false,
    describe: 'Run the cc_command of the series file; read it first',
  },
  signoff: { alias: 's', type: 'boolean', default: false, describe: 'Add Signed-off-by to each patch' },
  rfc: { type: 'boolean', default: false, describe: 'Begin subjects with [RFC PATCH' },
  'subject-prefix': { type: 'string', requiresArg: true, describe: 'Word in place of PATCH in subjects' },
  to: { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'Address for To; may be repeated' },
  cc: { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'Address for Cc; may be repeated' },
  base: {
    type: 'string',
    requiresArg: true,
    describe: 'Commit to name as the base, or auto (default: where the series begins, or what the upstream has of it)',
  },
  'no-base': { type: 'boolean', default: false, describe: 'Leave the base out' },
  thread: {
    choices: ['shallow', 'deep'],
    requiresArg: true,
    describe:
      'Thread replies: shallow (all to the cover letter) or deep (each to the previous mail); given alone: shallow',
  },
  'in-reply-to': { type: 'string', requiresArg: true, describe: 'Message ID that the cover letter replies to' },
  'find-copies': {
    type: 'string',
    requiresArg: true,
    describe: 'Show part files at least this similar to the header as copies, e.g. 20%; given alone: 50%',
  },
  ...common,
  format,
} as const;

export const verifyFlags = {
  series: { type: 'string', requiresArg: true, describe: 'Prove the patches of this series file' },
  range: { type: 'string', requiresArg: true, describe: 'Prove the commits A..B' },
  'audit-file': { ...auditFile, describe: 'With manifests: also prove the structs that an audit file divides' },
  database: {
    alias: 'p',
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'Directory with a compile_commands.json; repeat it for each configuration (default: here, or build)',
  },
  cc: {
    type: 'string',
    requiresArg: true,
    describe: 'Without a compile database: the compiler and its options, for every .c file of the tree',
  },
  build: {
    type: 'string',
    requiresArg: true,
    describe:
      "The project's build tool, for what it generates: 'ninja -C {dir} {target}'; this runs the project's build",
  },
  report: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'Also say which assertions of the tree tests ran: a coverage report, as for `coverage`; repeatable',
  },
  ...compiling,
  html: { type: 'string', requiresArg: true, describe: 'Also write the report as a page to this file' },
  ...common,
  format: formatOfFindings,
} as const;

export const coverageFlags = {
  report: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'Report of gcov (JSON), lcov or llvm-cov export, or a directory that holds some; repeatable',
  },
  'fail-under': { type: 'string', requiresArg: true, describe: 'Exit with 1 if fewer per cent of the assertions ran' },
  ...common,
  format: formatOfFindings,
} as const;
