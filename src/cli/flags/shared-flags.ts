/** Options that several commands have, as yargs takes them. */

export const common = {
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

export const format = {
  choices: ['text', 'json'],
  default: 'text',
  requiresArg: true,
  describe: 'Format of the report',
} as const;

export const formatOfFindings = {
  ...format,
  choices: ['text', 'json', 'sarif', 'github'],
  describe: 'Format of the report; github makes annotations for GitHub Actions',
} as const;

export const only = {
  choices: ['headers', 'assertions'],
  requiresArg: true,
  describe: 'Only the split, or only the assertions; the latter need a tree that is split',
} as const;

/** How units are compiled. */
export const compiling = {
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
} as const;

export const slice = {
  ...only,
  choices: ['headers', 'assertions', 'members', 'users'],
  describe:
    "Only the split, the assertions, sections of structs, or the users' includes; all but the first need a tree that is split",
} as const;

export const auditFile = {
  type: 'string',
  requiresArg: true,
  describe: 'Audit file: also divide the structs of its `members` into sections',
} as const;

export const from = {
  type: 'string',
  requiresArg: true,
  describe: 'Read header and sources from this git revision, not from the work tree',
} as const;

export const output = {
  alias: 'o',
  type: 'string',
  requiresArg: true,
  describe: 'File to write (default, and `-`: standard output)',
} as const;

export const withoutCache = {
  type: 'boolean',
  default: false,
  describe: 'Neither use nor keep what was read of the sources in the directory of git',
} as const;
