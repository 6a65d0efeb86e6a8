import type { CodeEntry } from './code-entry.ts';

/** What the assertions in source files need and cannot have. */
export const assertionsCodes = {
  'definition-missing': {
    severity: 'note',
    title: 'No definition was found for a function that should assert',
    help: 'Check whether it is generated, made by a macro or written in assembly; otherwise correct `definitions`.',
  },
  'definition-unreadable': {
    severity: 'warning',
    title: 'The body of a definition cannot be read with certainty',
    help: 'Write the assertion by hand, and `assert: false` with a `why` in the manifest.',
  },
  'definition-generated': {
    severity: 'warning',
    title: 'A function that should assert is in a file that a generator makes',
    help: 'Write the assertion into the file that it is made from by hand, and make it again.',
  },
  'function-not-defined': {
    severity: 'error',
    title: 'A function that the manifest expects in a file is not defined there',
    help: 'Correct the name or the file under `functions`.',
  },
  'several-definitions': {
    severity: 'warning',
    title: 'A function has definitions in several files',
    help: 'Say which files to assert in with `definitions`, or give the function `assert: false`.',
  },
  'include-added': {
    severity: 'note',
    title: 'A source file got an include for its assertions',
    help: 'Check that the place suits the file.',
  },
  'initialiser-before-assertion': {
    severity: 'note',
    title: 'An initialiser calls a function before the assertion',
    help: 'Move the call below the declarations if it needs what the assertion checks.',
  },
  'parameter-before-assertion': {
    severity: 'note',
    title: 'A declaration uses a parameter before the assertion that names it',
    help: 'Write `placement: first` in the manifest, if the build allows declarations below statements: a compiler may remove a check that comes after the pointer was followed.',
  },
  'grammar-missing': {
    severity: 'note',
    title: 'The C grammar, which reads each edited function a second time, cannot be loaded',
    help: 'Install the npm packages tree-sitter and tree-sitter-c beside this one, which compiles them for this machine, or look at each inserted assertion: the tokens alone were read.',
  },
  'assertion-foreign': {
    severity: 'warning',
    title: 'A function has the assertion of another part, perhaps written by hand',
    help: 'It stays. Assign the function to that part if the assertion is right, otherwise remove it by hand.',
  },
  'parameter-unknown': {
    severity: 'error',
    title: 'An assertion names a parameter that a definition does not have',
    help: 'Write `assert: false` with a `why` for the functions named, remove those listed under `functions`, or give the parameter the same name everywhere.',
  },
  'assertion-undeclared': {
    severity: 'error',
    title: 'An assertion names what nothing declares',
    help: 'Correct the name, write `assert: false` for the functions, or declare it in what `assert_include` names.',
  },
  'assertion-unsure': {
    severity: 'warning',
    title: 'An assertion names what is perhaps declared nowhere',
    help: 'Correct the name if it is misspelt; ignore this if an include that was not found, a macro, or the command line of the compiler declares it.',
  },
  'assertion-hidden': {
    severity: 'error',
    title: 'In a function, a name in its assertion means something else',
    help: 'Write `assert: false` with a `why` for the function, or rename what takes the name.',
  },
  'assert-unknown': {
    severity: 'warning',
    title: 'An assertion calls a name that no C file of the tree has',
    help: 'Correct the name or add it to the tree first, in a series as a prerequisite; ignore this if a system header has it.',
  },
  'assert-include-unknown': {
    severity: 'warning',
    title: 'The include of an assertion is not in the tree',
    help: 'Correct the path or `include_dirs`; ignore this if the build makes the file or a library has it.',
  },
  'only-assertions': {
    severity: 'error',
    title: 'Assertions alone cannot be applied to a tree that is not split',
    help: 'Run `header-split apply --only headers` first, or leave `--only` out.',
  },
} as const satisfies Record<string, CodeEntry>;
