/**
 * Flags that take out of the code what a patch may change without changing what the program does. The first set is used for
 * every unit; where the code then differs, the unit is compiled again with the others in turn, the first that the unit
 * compiles with before the patch.
 *
 * Lines and counters are not replaced at once: a macro may paste `__LINE__` into a name that must be unique.
 */
export const neutralFlags: readonly string[] = [
  '-Wno-builtin-macro-redefined',
  '-D__DATE__="Jan  1 1970"',
  '-D__TIME__="00:00:00"',
  '-D__TIMESTAMP__="Thu Jan  1 00:00:00 1970"',
];

const files = ['-D__FILE__="file"', '-D__FILE_NAME__="file"', '-D__INCLUDE_LEVEL__=0', '-D__builtin_FILE()="file"'];
const lines = ['-D__LINE__=0', '-D__builtin_LINE()=0'];
const counter = ['-D__COUNTER__=0'];

/** Each use of `__LINE__` is another number: the names that macros paste of it stay unique. */
export const numberedLines = '-D__LINE__=__COUNTER__';

/** From what neutralises most to what compiles most often. */
export const furtherFlags: readonly (readonly string[])[] = [
  [...files, ...lines, ...counter],
  [...files, ...lines],
  // Names stay unique, and depend on the order of what is expanded in place of where it stands.
  [...files, numberedLines, '-D__builtin_LINE()=0'],
  files,
];

/**
 * For units that sanitizers check: their reports hold lines, files and an order of declarations. Checks trap instead, and
 * variables are not described; what is checked stays, and so do the macros that a sanitizer defines.
 */
export const sanitizerFlags: readonly string[] = [
  '-fsanitize-undefined-trap-on-error',
  '--param=asan-globals=0',
  '--param=asan-stack=0',
];

/**
 * What a compiler is asked besides, where it knows the option. A file below `-isystem` of which a copy has a link would be named
 * by where the link leads, if that is shorter.
 */
export const wantedOptions: readonly string[] = [
  '-fno-canonical-system-headers',
  '-frandom-seed=0',
  '-fno-lto',
  '-fno-section-anchors',
  '-fno-verbose-asm',
  '-fdiagnostics-color=never',
  '-fmessage-length=0',
];

/** A call of a function that nothing declares is told, whatever the project's flags say. `-w` would silence it. */
export const implicitWarnings: readonly string[] = ['-Wimplicit-function-declaration', '-Wimplicit-int'];
