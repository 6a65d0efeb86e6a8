import { mustRun } from './processes.mjs';

/** Macros that universal-ctags has to be told to look through; `+` for those with arguments. */
const ANNOTATIONS = [
  'coroutine_fn',
  'generated_co_wrapper',
  'QEMU_WARN_UNUSED_RESULT',
  'GCC_FMT_ATTR+',
  'G_GNUC_PRINTF+',
];

/** What universal-ctags finds in C files: name, kind (a word), path as given and line (from 1). `kinds` as ctags has them. */
export function tagsOf(tree, paths, kinds) {
  if (paths.length === 0) return [];
  const args = [
    '--options=NONE',
    '--language-force=C',
    `--kinds-C=${kinds}`,
    '-I',
    ANNOTATIONS.join(','),
    '-x',
    '--sort=no',
  ];
  return mustRun('ctags', [...args, '--_xformat=%N\t%K\t%F\t%n', '-L', '-'], {
    cwd: tree,
    input: `${paths.join('\n')}\n`,
  })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name, kind, path, number] = line.split('\t');
      return { name, kind, path, line: Number(number) };
    });
}
