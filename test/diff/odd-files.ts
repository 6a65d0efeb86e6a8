import type { FileChange } from '../../src/diff/file-change.ts';

const mode = '100644';
const numbered = (count: number, eol = '\n'): string =>
  Array.from({ length: count }, (_, n) => `line ${n}${eol}`).join('');

/** Changes that a patch can get wrong, by what is odd in them. Contents are latin1. */
export const oddChanges: Readonly<Record<string, FileChange>> = {
  plain: { kind: 'modify', path: 'plain.c', mode, before: numbered(40), after: numbered(40).replace('line 20', 'new') },
  'two hunks': {
    kind: 'modify',
    path: 'two.c',
    mode,
    before: numbered(60),
    after: numbered(60).replace('line 5\n', '').replace('line 50\n', 'a\nb\n'),
  },
  'no newline before': { kind: 'modify', path: 'nn-before.c', mode, before: 'a\nb', after: 'a\nb\n' },
  'no newline after': { kind: 'modify', path: 'nn-after.c', mode, before: 'a\nb\n', after: 'a\nb' },
  'no newline on either side': { kind: 'modify', path: 'nn-both.c', mode, before: 'x\na\nb', after: 'y\na\nb' },
  CRLF: { kind: 'modify', path: 'crlf.h', mode, before: numbered(9, '\r\n'), after: numbered(8, '\r\n') },
  'lone CR and form feed': { kind: 'modify', path: 'cr.h', mode, before: 'a\rb\n\f\nc\n', after: 'a\rc\n\f\nc\n' },
  'latin-1': {
    kind: 'modify',
    path: 'latin1.h',
    mode,
    before: '/* J\xfcrgen */\nint a;\n',
    after: '/* J\xfcrgen */\nint \xe9;\n',
  },
  'line separators': {
    kind: 'modify',
    path: 'nel.h',
    mode,
    before: 'a\x85b\xe2\x80\xa8c\nd\n',
    after: 'a\x85b\xe2\x80\xa8c\ne\n',
  },
  'blank in the name': { kind: 'modify', path: 'two words.h', mode, before: 'a\n', after: 'b\n' },
  'quote in the name': { kind: 'modify', path: 'qu"ote\\.h', mode, before: 'a\n', after: 'b\n' },
  'beyond ASCII in the name': { kind: 'modify', path: 'grün ∆.h', mode, before: 'a\n', after: 'b\n' },
  'TAB in the name': { kind: 'modify', path: 'ta\tb.h', mode, before: 'a\n', after: 'b\n' },
  executable: { kind: 'modify', path: 'run.c', mode: '100755', before: 'a\n', after: 'b\n' },
  create: { kind: 'create', path: 'new/dir/created.h', mode, after: numbered(5) },
  'create executable': { kind: 'create', path: 'created.c', mode: '100755', after: 'a\n' },
  'create without newline': { kind: 'create', path: 'created-nn.h', mode, after: 'a' },
  'create empty': { kind: 'create', path: 'created-empty.h', mode, after: '' },
  'create with a blank in the name': { kind: 'create', path: 'new file.h', mode, after: 'a\n' },
  delete: { kind: 'delete', path: 'deleted.h', mode, before: numbered(5) },
  'delete empty': { kind: 'delete', path: 'deleted-empty.h', mode, before: '' },
  'fill an empty file': { kind: 'modify', path: 'filled.h', mode, before: '', after: 'a\nb\n' },
  'empty a file': { kind: 'modify', path: 'emptied.h', mode, before: 'a\nb\n', after: '' },
  'lines that look like a patch': {
    kind: 'modify',
    path: 'looks.h',
    mode,
    before: '-- a/x\n++ b/x\n@@ -1 +1 @@\ndiff --git a/y b/y\n',
    after: '++ b/x\n-- a/z\n@@ -1 +1 @@\n',
  },
};

export function filesBefore(changes: readonly FileChange[]): Record<string, string> {
  return Object.fromEntries(
    changes.flatMap((change) => (change.kind === 'create' ? [] : [[change.path, change.before]])),
  );
}

export function filesAfter(changes: readonly FileChange[]): Record<string, string> {
  return Object.fromEntries(
    changes.flatMap((change) => (change.kind === 'delete' ? [] : [[change.path, change.after]])),
  );
}
