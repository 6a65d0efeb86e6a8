import { expect, test } from '@jest/globals';
import { mentionsOf } from '../../../src/plan/includes/header-mentions.ts';
import { memoryTree } from '../../../src/text/tree.ts';

test.each([
  ['a.py', '# reads block.h\nprint(1)\n'],
  ['scripts/gen', '#!/usr/bin/env python3\nprint(1) # block.h\n'],
  ['build.sh', "echo 'x'  # see include/block.h\n"],
  ['Makefile.am', 'x: y\n\t# block.h\n'],
  ['meson.build', "x = 'y' # include/block.h\n"],
  ['a.S', '/* block.h */\n'],
  ['a.rs', '// block.h\n'],
  ['block.yaml', 'version: 1\nheader: include/block.h\nparts: {}\n'],
  ['series.yaml', 'version: 1\nmanifests: [block.h.yaml]\n'],
  ['a.py', 'f.write("#include \\"block.h\\"\\n")\n'],
  ['b.py', 'buf += "#include <sub/block.h>\\n"\n'],
])('%s is no text consumer', (file, text) => {
  expect(othersNaming(file, text)).toEqual([]);
});

test.each([
  ['gen.py', 'T = """\n#define X "block.h"\n"""\n'],
  ['gen.sh', "sed 's#x#block.h#' # comment\n"],
  ['Makefile', 'X = a$(HASH)b include/block.h # c\n'],
  ['ci.yaml', 'version: 1\npaths: [include/block.h]\n'],
  ['README.md', '# block.h\n'],
  ['a.c', 'const char *x = "block.h";\n'],
])('%s is one', (file, text) => {
  expect(othersNaming(file, text)).toEqual([file]);
});

test('an untracked file is none', () => {
  const tree = memoryTree({ 'include/block.h': '', 'notes.txt': 'block.h', 'list.txt': 'block.h' });
  const mentions = mentionsOf({ ...tree, isTracked: (path) => path !== 'notes.txt' }, 'include/block.h', tree.files());
  expect(mentions.others).toEqual(['list.txt']);
});

function othersNaming(file: string, text: string): readonly string[] {
  const tree = memoryTree({ 'include/block.h': '', [file]: text });
  return mentionsOf(tree, 'include/block.h', tree.files()).others;
}
