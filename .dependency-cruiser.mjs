// The layers of src/. Data flows one way, text -> ... -> report, so a folder imports only what its line names
// (and itself). `commands` tells each story and may use all below `cli`; `io` alone touches disk and processes.
const READING = ['text', 'diagnostics', 'manifest', 'parse', 'model'];
const PLANNING = [...READING, 'diff', 'plan'];
const SPLITTING = [...PLANNING, 'edits', 'part-files'];
const AUDITING = ['scan', 'calls', 'guards', 'audit'];
const FEATURES = [
  ...SPLITTING,
  'split',
  'regenerate',
  'adopt',
  'assign',
  'series',
  ...AUDITING,
  'suggest',
  'members',
  'users',
  'verify',
  'coverage',
];

const MAY_IMPORT = {
  text: [],
  html: [],
  diagnostics: ['text'],
  diff: ['text', 'diagnostics'],
  parse: ['text', 'diagnostics'],
  manifest: ['text', 'diagnostics', 'parse'],
  model: ['text', 'diagnostics', 'parse'],
  scan: ['text'],
  calls: ['text', 'scan'],
  guards: ['text', 'scan'],
  plan: [...READING, 'diff'],
  edits: PLANNING,
  'part-files': PLANNING,
  split: SPLITTING,
  regenerate: [...SPLITTING, 'split'],
  adopt: [...SPLITTING, 'regenerate'],
  assign: [...SPLITTING, 'split'],
  series: [...SPLITTING, 'split', 'members', 'users'],
  audit: [...PLANNING, ...AUDITING],
  suggest: [...PLANNING, 'scan', 'calls', 'audit'],
  members: SPLITTING,
  users: [...PLANNING, 'scan'],
  verify: [...PLANNING, 'scan', 'calls'],
  coverage: SPLITTING,
  review: [...SPLITTING, ...AUDITING, 'split', 'assign', 'suggest', 'html'],
  page: ['review', 'html'],
  report: [...FEATURES, 'html'],
  io: ['text', 'diagnostics', 'manifest', 'diff', 'series', 'verify', 'coverage', 'review'],
  commands: [...FEATURES, 'review', 'html', 'report', 'io'],
  cli: ['text', 'diagnostics', 'verify', 'report', 'commands'],
};

const OUTSIDE_WORLD = '^(node:)?(fs|child_process|net|http|https|http2|dgram|worker_threads|cluster)(/|$)';
const BUNDLED = 'diff|fast-glob|picocolors|tree-sitter|tree-sitter-c|yaml|yargs';
const PROCESS_STATE = '^(node:)?(process|os|tty|readline)(/|$)';

const layers = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-up-the-list`,
  comment: `src/${layer} may import: ${allowed.join(', ') || 'nothing of the project'}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^(src|bin|test|scripts|bench)/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...layers,
    {
      name: 'index-is-pure',
      comment: 'The library works on values: src/index.ts offers nothing that touches disk, processes or terminals.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${[...FEATURES, 'report'].join('|')})/` },
    },
    {
      name: 'every-file-has-a-layer',
      comment: 'A new folder under src needs a line in MAY_IMPORT.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(index\\.ts$|(${Object.keys(MAY_IMPORT).join('|')})/)` },
      to: {},
    },
    {
      name: 'only-io-touches-the-outside-world',
      comment:
        'Everything else can then be tested without a disk. The process writes to its own output and reads its help.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(io/|cli/(process-shell|ready-help)\\.ts$)' },
      to: { path: OUTSIDE_WORLD },
    },
    {
      name: 'process-state-stays-at-the-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(io|cli)/' },
      to: { path: PROCESS_STATE },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: '@types/sarif has types alone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'An installed package has its bundles alone. A library that is to be in them gets a word in BUNDLED.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: '^src/page/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: `^node_modules/(${BUNDLED})/` },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // What the page is drawn with is JSX, which this parser does not read; the compiler and the bundler do.
    exclude: { path: '^dist/|\\.tsx$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
