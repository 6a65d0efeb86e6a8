/** The options of the command line as yargs takes them, shared by the commands that have them. */

const common = {
  root: {
    alias: 'C',
    type: 'string',
    requiresArg: true,
    describe: 'Root of the C project (default: the top level of the git repository)',
  },
  color: {
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    requiresArg: true,
    describe: 'Use colour; auto obeys NO_COLOR, FORCE_COLOR and whether the output is a terminal',
  },
  notes: { type: 'boolean', default: false, describe: 'List each note and every finding, however many of a kind' },
} as const;

const format = {
  choices: ['text', 'json'],
  default: 'text',
  requiresArg: true,
  describe: 'Format of the report',
} as const;

const formatOfFindings = {
  ...format,
  choices: ['text', 'json', 'sarif', 'github'],
  describe: 'Format of the report; github makes annotations for GitHub Actions',
} as const;

const only = {
  choices: ['headers', 'assertions'],
  requiresArg: true,
  describe: 'Only the split, or only the assertions; the latter need a tree that is split',
} as const;

const slice = {
  ...only,
  choices: ['headers', 'assertions', 'users'],
  describe: "Only the split, the assertions, or the users' includes; the latter two need a tree that is split",
} as const;

const from = {
  type: 'string',
  requiresArg: true,
  describe: 'Read header and sources from this git revision, not from the work tree',
} as const;

const output = {
  alias: 'o',
  type: 'string',
  requiresArg: true,
  describe: 'File to write (default, and `-`: standard output)',
} as const;

export const initFlags = {
  output,
  parts: {
    type: 'string',
    requiresArg: true,
    describe: 'Part names, separated by commas (default: common,graph,io)',
  },
  'from-split': {
    type: 'boolean',
    default: false,
    describe: 'Learn the parts of a header that was split by hand from the part files it includes',
  },
  series: {
    type: 'boolean',
    default: false,
    describe: 'Write a series file for the manifests given in place of a header',
  },
  audit: {
    type: 'boolean',
    default: false,
    describe: 'Write an audit file for the manifests given in place of a header',
  },
  ...common,
  format,
} as const;

const withoutCache = {
  type: 'boolean',
  default: false,
  describe: 'Neither use nor keep what was read of the sources in the directory of git',
} as const;

export const checkFlags = {
  fix: {
    type: 'boolean',
    default: false,
    describe: 'Fix what has one right answer: misplaced declarations, assertions, includes of part files',
  },
  audit: { type: 'boolean', default: false, describe: 'Also look for calls that the manifests forbid' },
  'audit-file': { type: 'string', requiresArg: true, describe: 'The same, with an audit file' },
  'no-cache': withoutCache,
  only,
  ...common,
  format: formatOfFindings,
} as const;

export const auditFlags = {
  file: {
    type: 'string',
    requiresArg: true,
    describe: 'Audit file: manifests, locks, contexts, sections of structs',
  },
  far: {
    type: 'string',
    requiresArg: true,
    describe: 'Report paths through members and callbacks up to this cost (default: 12)',
  },
  why: {
    type: 'string',
    requiresArg: true,
    describe: 'Show who calls this function and what it calls, instead of the findings',
  },
  members: {
    type: 'string',
    requiresArg: true,
    describe: 'Say of each member of this struct which parts its implementations call, in place of the findings',
  },
  locks: {
    type: 'string',
    requiresArg: true,
    describe: 'Show who takes a lock and what is called under it, instead of the findings: ACQUIRE/RELEASE',
  },
  'update-baseline': {
    type: 'boolean',
    default: false,
    describe: 'Write the baseline that the audit file names; one that exists can only shrink',
  },
  from,
  'no-cache': withoutCache,
  ...common,
  notes: { ...common.notes, describe: 'List each note, and look for functions that could be in another part' },
  format: formatOfFindings,
} as const;

export const diffFlags = {
  stat: { type: 'boolean', default: false, describe: 'Show only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'Exit with 1 if there are differences' },
  only: slice,
  from,
  ...common,
  format,
} as const;

export const patchFlags = { output, only: slice, from, ...common, format } as const;

export const applyFlags = { only: slice, from, ...common, format } as const;

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

const assignment = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

export const assignFlags = {
  'defined-in': { ...assignment, describe: 'FILE=PART: functions defined in these files; repeatable' },
  section: { ...assignment, describe: 'TITLE=PART: functions in a section of the header; repeatable' },
  returns: { ...assignment, describe: 'TYPE=PART: functions with this return type; repeatable' },
  from: {
    type: 'string',
    requiresArg: true,
    describe: 'Read assignments from a file: lines NAME=PART, or a YAML or JSON mapping',
  },
  'unassigned-only': {
    type: 'boolean',
    default: false,
    describe: 'Ignore functions that already have a part',
  },
  force: { type: 'boolean', default: false, describe: 'Reassign functions that already have a part' },
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change and write nothing' },
  ...common,
  format,
} as const;

export const seriesFlags = {
  output: { ...output, describe: 'Directory for the mails, created if missing; `-`: standard output' },
  file: {
    type: 'string',
    requiresArg: true,
    describe: 'Series file: manifests, texts and what goes into which patch (`init --series` writes one)',
  },
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
    describe: 'With --since or --was: name the commit that git blames for each declaration',
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
    describe: 'Commit to name as the base, or auto (default: where the series begins)',
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

export const suggestFlags = {
  file: { type: 'string', requiresArg: true, describe: 'Audit file whose `evidence` says what to look for' },
  write: {
    type: 'boolean',
    default: false,
    describe: 'Fill empty entries of the manifests, each with a comment that says why',
  },
  certain: { type: 'boolean', default: false, describe: 'With --write: only what follows from `may_call`' },
  'no-cache': withoutCache,
  ...common,
  format,
} as const;

export const usersFlags = { from, ...common, format } as const;
export const verifyFlags = {
  series: { type: 'string', requiresArg: true, describe: 'Prove the patches of this series file' },
  range: { type: 'string', requiresArg: true, describe: 'Prove the commits A..B' },
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
  'cc-allow': {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'A compiler of the database that does not look like one, by name or path',
  },
  launcher: {
    type: 'string',
    requiresArg: true,
    describe: 'Program that stands before the compiler, such as ccache, distcc or icecc',
  },
  jobs: {
    alias: 'j',
    type: 'string',
    requiresArg: true,
    describe: 'Compilers at once (default: one for each processor)',
  },
  state: {
    type: 'string',
    requiresArg: true,
    describe: 'Directory in which proofs are kept (default: in the git directory)',
  },
  html: { type: 'string', requiresArg: true, describe: 'Also write the report as a page to this file' },
  ...common,
  format: formatOfFindings,
} as const;

export const reviewFlags = {
  output: { ...output, describe: 'Page to write (default, and `-`: standard output)' },
  file: auditFlags.file,
  serve: {
    type: 'boolean',
    default: false,
    describe: 'Serve the page to this machine alone and write each decision to its manifest at once',
  },
  port: { type: 'string', requiresArg: true, describe: 'With --serve: the port (default: a free one)' },
  'no-cache': withoutCache,
  ...common,
  format,
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

const flags = {
  init: initFlags,
  check: checkFlags,
  audit: auditFlags,
  diff: diffFlags,
  patch: patchFlags,
  apply: applyFlags,
  regenerate: regenerateFlags,
  assign: assignFlags,
  suggest: suggestFlags,
  review: reviewFlags,
  sync: syncFlags,
  series: seriesFlags,
  users: usersFlags,
  verify: verifyFlags,
  coverage: coverageFlags,
} as const;

export type FlaggedCommand = keyof typeof flags;

export const commandNames: readonly FlaggedCommand[] = [
  'init',
  'assign',
  'suggest',
  'review',
  'check',
  'audit',
  'diff',
  'patch',
  'apply',
  'regenerate',
  'sync',
  'users',
  'series',
  'verify',
  'coverage',
];

/** Long names of a command's options, without dashes. */
export function flagsOf(command: FlaggedCommand): readonly string[] {
  return Object.keys(flags[command]);
}
