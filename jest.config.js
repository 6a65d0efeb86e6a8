// What starts no process answers at once: `npm run test:unit`. The environment holds the tests to it.
const unit = process.env.NO_PROCESSES === '1';
// For coverage, and for a debugger: src/ is in the tests' own modules.
const inProcess = process.env.IN_PROCESS === '1';
const leftOut = [
  'test/(?:bad-input|commands|docs|io|meaning|properties|security)/',
  'test/audit/compiled-cases',
  'test/cli/load-bundle',
  'test/diff/(?:format-patch|diffstat)',
  // These start none either, and take longer than all the others: every hand edit under every edit of the manifest,
  // inputs so large that what grows with the square of them shows, and generated ones.
  'test/hand-edits/',
  'test/.*(?:-growth|-laws|fuzz)\\.test\\.ts$',
];

export default {
  roots: ['<rootDir>/test', '<rootDir>/snapshots'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/cases/',
    '<rootDir>/test/real/',
    ...(unit ? leftOut.map((path) => `<rootDir>/${path}`) : []),
  ],
  // A busy machine is slow, not wrong.
  testTimeout: 60_000,
  // A worker a core; V8's own threads would only take turns with them, so package.json starts it `--single-threaded`.
  maxWorkers: '100%',
  // The larger a process is, the longer it takes to start another: fork copies the table of its pages.
  workerIdleMemoryLimit: '150MB',
  globalSetup: '<rootDir>/test/environment/set-up.mjs',
  testSequencer: '<rootDir>/test/environment/longest-first.cjs',
  testEnvironment: '<rootDir>/test/environment/node-with-tree-sitter.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  // One test sets the clock of its own modules.
  transform: {
    ...(inProcess
      ? {}
      : { '/src/(?!page/|report/progress\\.ts).*\\.ts$': '<rootDir>/test/environment/source-modules.cjs' }),
    '\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      },
    ],
  },
  moduleNameMapper: { '^(tree-sitter(?:-c)?)$': '<rootDir>/test/environment/$1.cjs' },
  snapshotResolver: '<rootDir>/test/environment/snapshot-resolver.cjs',
  collectCoverageFrom: ['<rootDir>/src/**/*.ts'],
};
