import { expect, test } from '@jest/globals';
import { proposedFor } from './proposed-for.ts';

const files = {
  'include/foo-common.h': '/**\n * struct foo - a foo\n */\nstruct foo;\n/**\n * DOC: Foos\n *\n * All of them.\n */\n',
  'include/foo-io.h': '/**\n * foo_read() - read one\n */\nvoid foo_read(void);\n/** plain */\n',
};

function rendered(text: string): string | null {
  const change = proposedFor('doc/foo.rst', text, files)?.change;
  return change?.kind === 'modify' ? change.after : null;
}

test.each<[string, string, string | null]>([
  [
    'a directive for each part file that has comments, with its options',
    'Foo\n===\n\n.. kernel-doc:: include/foo.h\n   :internal:\n\nMore.\n',
    'Foo\n===\n\n.. kernel-doc:: include/foo-common.h\n   :internal:\n\n.. kernel-doc:: include/foo-io.h\n   :internal:\n\nMore.\n',
  ],
  [
    'functions where they are',
    '.. kernel-doc:: include/foo.h\n   :identifiers: foo_read\n                 foo\n',
    '.. kernel-doc:: include/foo-common.h\n   :identifiers: foo\n\n.. kernel-doc:: include/foo-io.h\n   :identifiers: foo_read\n',
  ],
  [
    'a title where it is',
    '   .. kernel-doc:: include/foo.h\n      :doc: Foos\n',
    '   .. kernel-doc:: include/foo-common.h\n      :doc: Foos\n',
  ],
  [
    'at the end of a text',
    '.. kernel-doc:: include/foo.h\n   :functions: foo_read',
    '.. kernel-doc:: include/foo-io.h\n   :functions: foo_read\n',
  ],
  ['nothing that a part file has', '.. kernel-doc:: include/foo.h\n   :functions: other\n', null],
  ['another header', '.. kernel-doc:: include/bar.h\n\nSee include/foo.h.\n', null],
])('%s', (_, text, after) => {
  expect(rendered(text)).toBe(after);
});

test('no part file has a comment for it', () => {
  expect(
    proposedFor('doc/foo.rst', '.. kernel-doc:: include/foo.h\n', { 'include/foo-io.h': '/** x */\n' }),
  ).toMatchObject({
    kind: 'unknown',
    change: null,
  });
});
