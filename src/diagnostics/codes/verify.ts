import type { CodeEntry } from './code-entry.ts';

/** What the compiler says of each patch. */
export const verifyCodes = {
  'database-unusable': {
    severity: 'error',
    title: 'A compile database cannot be read',
    help: 'Name a directory that has a compile_commands.json with `-p`.',
  },
  'database-elsewhere': {
    severity: 'error',
    title: 'A compile database is of another tree, or of a place where the tree was before',
    help: 'Name the build directory of this tree with `-p`; where the tree was moved, configure it again.',
  },
  'source-unknown': {
    severity: 'note',
    title: 'A compile database has entries of no language that verify compiles, so nothing is proved of them',
    help: 'Nothing is needed unless they include the header: name their language with `-x` in the database.',
  },
  'source-missing': {
    severity: 'note',
    title: 'A compile database has entries whose source is not there, so nothing is proved of them',
    help: 'Build the project once, so that its generated sources are there, or let the build system write the database again.',
  },
  'command-refused': {
    severity: 'warning',
    title: 'A recorded command asks for more than compiling',
    help: 'Correct the entry of the compile database. A compiler of another name is allowed with `--cc-allow`.',
  },
  'unit-broken': {
    severity: 'error',
    title: 'A unit compiles before a patch and not after it',
    help: 'See what the compiler says; the declaration it misses is in a part that the unit does not see.',
  },
  'unit-unproved': {
    severity: 'note',
    title: 'A unit does not compile before the patch either, so nothing is proved of it',
    help: 'Build the project once, so that its generated headers are there, then run `header-split verify` again.',
  },
  'unit-reads-original': {
    severity: 'warning',
    title: 'A unit reads a file of the work tree in place of the copy that has the patch, so nothing is proved of it',
    help: 'Name the directory relative to the tree, or with `-I`: an absolute `#include`, a link or CPATH leads out of the copy.',
  },
  'header-not-alone': {
    severity: 'error',
    title: 'A header does not compile alone',
    help: 'Assign what it lacks to a part that it includes, or add the include.',
  },
  'alone-unproved': {
    severity: 'note',
    title: 'It was not checked whether a header or part file compiles alone',
    help: 'Add a configuration that reads it with another `-p`, or a `prelude` to the manifest if the header needs an include before it.',
  },
  'object-changed': {
    severity: 'error',
    title: 'A patch that should change no code changes what a function compiles to',
    help: 'See the preprocessed difference: a name has another meaning after the patch, or a macro is no longer seen.',
  },
  'assertion-idle': {
    severity: 'note',
    title: 'Inserted assertions compile to nothing in a unit, so the proof says nothing of them',
    help: 'Add a configuration that keeps assertions, such as one without `-DNDEBUG`, with another `-p`.',
  },
  'warning-new': {
    severity: 'error',
    title: 'The compiler warns of something after a patch that it did not warn of before',
    help: 'See what the warning says; it is often a declaration that came after its use.',
  },
  'users-unproved': {
    severity: 'note',
    title: 'A file includes the header or is changed, and no unit of the compile databases reads it',
    help: 'Add a configuration that compiles it with another `-p`, or `--prove` of `users`.',
  },
  'declaration-unproved': {
    severity: 'note',
    title: 'A declaration stands behind a condition that no compiled configuration meets',
    help: 'Add a configuration that meets it with another `-p`.',
  },
  'generated-unproved': {
    severity: 'note',
    title: 'A generator of the build reads a changed file, and what it makes was not made again',
    help: "Let the project make it again: `--build 'ninja -C {dir} {target}'`, or `make` in place of `ninja`.",
  },
  'generated-unknown': {
    severity: 'note',
    title: 'Units read files that git does not track, and nothing says what the build makes them of',
    help: "If a changed file is among that, let the project build: `--build 'make -C {dir}'`.",
  },
  'build-failed': {
    severity: 'error',
    title: 'The project cannot make what it generates of a changed file',
    help: 'See what the build tool says; run it by hand in the build directory with the patches applied.',
  },
  'build-unusable': {
    severity: 'error',
    title: 'No build directory says what it generates of what',
    help: 'Name the directory of a `build.ninja` or a makefile with `-p`; leave out `--build` otherwise.',
  },
  'verify-nothing': {
    severity: 'error',
    title: 'No unit proves anything, of a patch or of all',
    help: 'Name the build directory that compiles the users with `-p`, or a command line with `--cc`.',
  },
  'state-unusable': {
    severity: 'error',
    title: 'The directory for proofs is not a real directory, or cannot be made',
    help: 'Remove the link, or name another directory with `--state`.',
  },
  'proofs-not-kept': {
    severity: 'note',
    title: 'Proofs could not be written, so the next run compiles again',
    help: 'Name a directory that can be written with `--state`.',
  },
  'scratch-unusable': {
    severity: 'error',
    title: 'The directory for temporary files cannot hold the scratch trees',
    help: 'Set TMPDIR to a directory outside the tree and the build directories that you can write.',
  },
  'compiler-failed': {
    severity: 'error',
    title: 'A compiler could not be run',
    help: 'See what the system says.',
  },
} as const satisfies Record<string, CodeEntry>;
