import type { CodeEntry } from './code-entry.ts';

/** What tests executed. */
export const coverageCodes = {
  'coverage-unreadable': {
    severity: 'error',
    title: 'A coverage report cannot be read',
    help: 'Name what `gcov --json-format`, `lcov --capture` or `llvm-cov export` wrote.',
  },
  'coverage-elsewhere': {
    severity: 'note',
    title: 'A coverage report speaks of no file of the tree',
    help: 'Check that the report is of this tree: its paths must be those of the files, or end with them.',
  },
  'coverage-ambiguous': {
    severity: 'note',
    title: 'A path of a coverage report fits several files of the tree, or several paths fit one',
    help: 'Make the report where the tree is, or name only the reports of one build.',
  },
  'assertion-never-ran': {
    severity: 'warning',
    title: 'No test ever ran an assertion',
    help: 'Test the function, or have a second look at its part: nothing has shown yet that the assertion holds.',
  },
  'assertion-unmeasured': {
    severity: 'warning',
    title: 'No coverage report speaks of a function with an assertion',
    help: 'Compile its file with `--coverage`, run the tests, and name all reports.',
  },
  'coverage-too-low': {
    severity: 'error',
    title: 'Fewer assertions ran than `--fail-under` asks for',
    help: 'Test the functions above, the most-called first.',
  },
  'coverage-nothing': {
    severity: 'error',
    title: 'The tree has no assertion of the manifests',
    help: 'Run `header-split apply` first, then the tests.',
  },
} as const satisfies Record<string, CodeEntry>;
