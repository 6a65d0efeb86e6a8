/**
 * What becomes of an option of a recorded command.
 *
 * - `drop`: says where output goes, or concerns debugging, linking or profiling
 * - `output`: as `drop`; names a file that may lie only in the tree or the build directory
 * - `keep`: changes what the compiler makes of the source
 * - `path`: as `keep`; names a file or directory to read
 * - `refuse`: loads or starts what the tree may have made, or redirects the compiler
 */
export type Treatment = 'drop' | 'output' | 'keep' | 'path' | 'refuse';

export type OptionRule = {
  readonly treatment: Treatment;
  /** How its value is given: not at all, in the same word or the next, only in the next, only in the same. */
  readonly value: 'none' | 'joined-or-next' | 'next' | 'joined';
};

const rule = (treatment: Treatment, value: OptionRule['value']): OptionRule => ({ treatment, value });

/** Whole options by their spelling. */
const exact: ReadonlyMap<string, OptionRule> = new Map([
  ...each(
    'drop',
    'none',
    '-c -S -E -M -MM -MG -MP -MD -MMD -pipe -coverage --coverage -s -static -shared -rdynamic -H',
  ),
  ...each(
    'drop',
    'none',
    '-save-temps --save-temps -v -fsyntax-only -w -r -P -C -CC -pass-exit-codes -dA -dD -dI -dM -dN -dP -dU -nostartfiles',
  ),
  ...each('drop', 'none', '-nodefaultlibs -nostdlib -nolibc -pie -no-pie -static-libgcc -static-libstdc++ -symbolic'),
  ...each('drop', 'next', '-MT -MQ -Xlinker -Xassembler -dumpbase -dumpbase-ext -z -u -T'),
  ...each('output', 'next', '-dumpdir -aux-info -MJ --serialize-diagnostics -serialize-diagnostics'),
  ...each('keep', 'none', '-ansi -pedantic -pedantic-errors -pthread -pthreads -p -pg -undef -trigraphs -Q -EB -EL'),
  ...each(
    'keep',
    'none',
    '-nostdinc -nostdinc++ -traditional -traditional-cpp -remap -no-canonical-prefixes -Qunused-arguments',
  ),
  ...each('keep', 'next', '--param -target -arch'),
  ...each('path', 'next', '-iprefix -iwithprefix -iwithprefixbefore -iwithsysroot --sysroot'),
  ...each(
    'refuse',
    'next',
    '-wrapper -Xclang -mllvm -load -specs --specs --config -working-directory --prefix -plugin -Xpreprocessor -include-pch',
  ),
  ...each('refuse', 'none', '-cc1 -cc1as -### -fmodules -fmodules-ts'),
]);

/** By the beginning of the word; the first that fits holds. */
const prefixes: readonly (readonly [string, OptionRule])[] = [
  ...prefixed('refuse', '-fplugin -fpass-plugin -iplugindir -specs= --specs= -B --prefix= --config= -fmodule -ccc-'),
  ...prefixed('refuse', '-working-directory= -wrapper= -mllvm -fbuild-session -index- -fcompare-debug -ivfsoverlay'),
  ...prefixed(
    'drop',
    '-ggdb -gdwarf -gsplit -g -flto -fno-lto -ffat-lto -fno-fat-lto -fuse-ld= -fuse-linker -save-temps=',
  ),
  ...prefixed('drop', '--save-temps= -fprofile -ftest-coverage -fstack-usage -fcallgraph-info -fdump -fno-dump'),
  ...prefixed('drop', '-fopt-info -fsave-optimization-record -foptimization-record -ftime -time -fdiagnostics-'),
  ...prefixed('drop', '-fno-diagnostics -fcolor-diagnostics -fno-color-diagnostics -ffile-prefix-map= -fdebug-'),
  ...prefixed('drop', '-fmacro-prefix-map= -frandom-seed -fauto-profile -fcoverage -fcrash-diagnostics -fproc-stat'),
  ...prefixed(
    'drop',
    '-Werror -Wfatal-errors -Wa, -L -l -static-pie -fmemory-profile -fverbose-asm -fworking-directory',
  ),
  ...prefixed('drop', '-fgnat-encodings -fvar-tracking -feliminate-unused-debug -fno-eliminate-unused-debug'),
  ['-MF', rule('output', 'joined-or-next')],
  ['-o', rule('output', 'joined-or-next')],
  ['-isystem', rule('path', 'joined-or-next')],
  ['-iquote', rule('path', 'joined-or-next')],
  ['-idirafter', rule('path', 'joined-or-next')],
  ['-include', rule('path', 'joined-or-next')],
  ['-imacros', rule('path', 'joined-or-next')],
  ['-isysroot', rule('path', 'joined-or-next')],
  ['-I', rule('path', 'joined-or-next')],
  ['--sysroot=', rule('path', 'joined')],
  ['-fsanitize-blacklist=', rule('path', 'joined')],
  ['-fsanitize-ignorelist=', rule('path', 'joined')],
  ['-D', rule('keep', 'joined-or-next')],
  ['-U', rule('keep', 'joined-or-next')],
  ['-x', rule('keep', 'joined-or-next')],
  ...['-f', '-m', '-O', '-G', '-std=', '--std=', '--param=', '--target=', '-stdlib='].map(
    (one) => [one, rule('keep', 'none')] as const,
  ),
];

/** The rule of an option; null for one that no rule knows. `-Wp,`, `-Wl,` and warnings have rules of their own. */
export function ruleOf(word: string): { readonly option: string; readonly rule: OptionRule } | null {
  const whole = exact.get(word);
  if (whole !== undefined) return { option: word, rule: whole };
  const found = prefixes.find(([prefix]) => word.startsWith(prefix));
  return found === undefined ? null : { option: found[0], rule: found[1] };
}

function each(treatment: Treatment, value: OptionRule['value'], words: string): [string, OptionRule][] {
  return words.split(' ').map((word) => [word, rule(treatment, value)]);
}

function prefixed(treatment: Treatment, words: string): [string, OptionRule][] {
  return words.split(' ').map((word) => [word, rule(treatment, 'none')]);
}
