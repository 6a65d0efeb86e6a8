import { describe, expect, test } from '@jest/globals';
import { changeUsers, split } from './change-users.ts';

const drop = (rewrite: string, more = ''): string => `users: { rewrite: ${rewrite}, unused: drop${more} }\n`;

/** `b-common.h` brings `q.h` as well, or what is given. */
function bringing(include = '"q.h"'): Readonly<Record<string, string>> {
  const common = split['include/b-common.h'].replace('typedef', `#include ${include}\ntypedef`);
  return {
    'include/b-common.h': common,
    'include/q.h': '#define Q 1\nint q(void);\n',
    'include/p.h': '#pragma STDC FENV_ACCESS ON\n',
  };
}

describe('a user of nothing', () => {
  test.each(['all', 'narrower'])('loses its include where the manifest asks for it: %s', (rewrite) => {
    const { changed, codes } = changeUsers({ 'a.c': '#include "b.h"\nint x;\n' }, drop(rewrite));
    expect([changed, codes]).toEqual([{ 'a.c': 'int x;\n' }, ['user-unused a.c']]);
  });

  test.each([
    ['it has the name from an include of its own', bringing(), '#include "q.h"\n#include "b.h"\nint x = Q;\n'],
    [
      'what is unknown comes from elsewhere too',
      bringing('<stdint.h>'),
      '#include <stdint.h>\n#include "b.h"\nint x;\n',
    ],
    ['a comment has the name', bringing(), '#include "b.h"\n/* q */ int x;\n'],
  ])('loses it though %s', (_, files, text) => {
    const { changed } = changeUsers({ ...files, 'a.c': text }, drop('all'));
    expect(changed['a.c']).toBe(text.replace('#include "b.h"\n', ''));
  });

  test.each([
    ['it names what the shared part brings', bringing(), '#include "b.h"\nint x(void) { return q(); }\n'],
    ['it asks for such a name in a condition', bringing(), '#include "b.h"\n#ifdef Q\nint x;\n#endif\n'],
    [
      'a macro of another header leads there',
      { ...bringing(), 'm.h': '#define M N\n#define N q()\n' },
      '#include "m.h"\n#include "b.h"\nint x(void) { return M; }\n',
    ],
    [
      'it has the name otherwise under a condition alone',
      bringing(),
      '#ifdef X\n#include "q.h"\n#endif\n#include "b.h"\nint x = Q;\n',
    ],
    ['the shared part brings a header of the system', bringing('<stdint.h>'), '#include "b.h"\nint x;\n'],
    ['the shared part brings a header that is made', bringing('"made.h"'), '#include "b.h"\nint x;\n'],
    [
      'the other include of what is unknown is conditional',
      bringing('<stdint.h>'),
      '#ifdef X\n#include <stdint.h>\n#endif\n#include "b.h"\nint x;\n',
    ],
    ['what it brings acts without being named', bringing('"p.h"'), '#include "b.h"\nint x;\n'],
    ['another file includes it', { 'other.c': '#include "a.c"\n' }, '#include "b.h"\nint x;\n'],
  ])('keeps the shared part where %s', (_, files, text) => {
    const { changed, codes } = changeUsers({ ...files, 'a.c': text }, drop('all'));
    expect(changed['a.c']).toBe(text.replace('b.h', 'b-common.h'));
    expect(codes).toContain('user-needs-nothing a.c');
  });

  test('is told of where all that it has by the header comes from elsewhere too', () => {
    const header = split['include/b.h'].replace('#endif', '#include "q.h"\n#endif');
    const files = { 'include/b.h': header, 'include/q.h': bringing()['include/q.h'] ?? '' };
    const { changed, codes } = changeUsers({ ...files, 'a.c': '#include "q.h"\n#include "b.h"\nint x = Q;\n' });
    expect(changed['a.c']).toBe('#include "q.h"\n#include "b-common.h"\nint x = Q;\n');
    expect(codes).toContain('user-needs-nothing a.c');
  });

  test('keeps what the manifest says it needs', () => {
    const { changed } = changeUsers({ 'a.c': '#include "b.h"\nint x;\n' }, drop('all', ', need: { a.c: [common] }'));
    expect(changed['a.c']).toBe('#include "b-common.h"\nint x;\n');
  });

  test('loses it once: a second run changes nothing, and nobody counts it as a reader', () => {
    const { changed, outcome } = changeUsers({ 'a.c': '#include "b.h"\nint x;\n' }, drop('all'));
    const after = outcome.plan?.narrowed.after.any[outcome.plan.situation.graph.numberOf.get('a.c') ?? -1];
    expect(after).toBe(0n);
    expect(changeUsers({ 'a.c': changed['a.c'] ?? '' }, drop('all')).changed).toEqual({});
  });
});
