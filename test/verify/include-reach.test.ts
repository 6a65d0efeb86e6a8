import { describe, expect, test } from '@jest/globals';
import { includedNames, includeReach } from '../../src/verify/include-reach.ts';

const tree: Readonly<Record<string, string>> = {
  '/t/a.c': '#include "mid.h"\n',
  '/t/b.c': '#include <stdio.h>\n',
  '/t/c.c': '#include CONFIG_TARGET\n',
  '/t/d.c': '#define WHICH "top.h"\n#include WHICH\n',
  '/t/e.c': '#define OTHER "other.h"\n#include OTHER\n',
  '/t/f.c': '#define MADE(x) #x\n#include MADE(top.h)\n',
  '/t/g.c': '#if __has_include("top.h")\nint g;\n#endif\n',
  '/t/h.c': '#include "linked/top.h"\n',
  '/t/i.c': '#include "elsewhere/top.h"\n',
  '/t/mid.h': '#  include /* the */ \\\n "dir/top.h"\n',
  '/t/dir/top.h': 'int top;\n',
  '/t/other.h': '',
};

function reaching(options: Readonly<Record<string, { included?: string[]; macros?: string[] }>> = {}): string {
  const reach = includeReach({
    files: Object.keys(tree),
    links: new Map([['/t/linked', '/t/dir']]),
    folders: ['/t', '/t/dir'],
    read: (path) => tree[path] ?? null,
  });
  const sources = Object.keys(tree)
    .filter((path) => path.endsWith('.c'))
    .map((path) => ({ path, included: [], macros: [], ...options[path] }));
  const found = reach.reaching(sources, new Set(['/t/dir/top.h']));
  return found.map(({ path }) => path.slice(3, 4)).join('');
}

describe('the sources that could include a file', () => {
  test('by their texts, through others, by a macro that is a name, and by one that makes any', () => {
    expect(reaching()).toBe('adfgh');
  });

  test('by what their command includes or defines', () => {
    expect(reaching({ '/t/b.c': { included: ['../t/mid.h'] } })).toBe('abdfgh');
    expect(reaching({ '/t/c.c': { macros: ['CONFIG_TARGET="dir/top.h"'] } })).toBe('acdfgh');
    expect(reaching({ '/t/c.c': { macros: ['CONFIG_TARGET="other.h"'] } })).toBe('adfgh');
    expect(reaching({ '/t/c.c': { macros: ['CONFIG_TARGET=NAME(x)'] } })).toBe('acdfgh');
  });
});

test('an include line is known in every spelling', () => {
  const text =
    '#include"a.h"\n # include_next <b/c.h>\n%:include "d.h"\n#import "e.h"\n#/**/include "f.h"\n//#include "g.h"\n';
  expect(includedNames(text).names).toEqual(['a.h', 'b/c.h', 'd.h', 'e.h', 'f.h', 'g.h']);
});
