import { expect, test } from '@jest/globals';
import { generatingSteps, madeFrom } from '../../src/verify/ninja-outputs.ts';
import { addSeenLines } from '../../src/verify/seen-lines.ts';
import { unseenBranches } from '../../src/verify/unseen-declarations.ts';

const text = `#ifndef A_H
#define A_H
int f(void);
#ifdef WIN
int g(void);
#define G 1
#else
int h(void);
#endif
#if defined(X) || \\
    defined(Y)
# if Z
int z(void);
# endif
int y(void);
#endif
#endif
`;

test('the outermost branches of which nothing was compiled are found, in the guard', () => {
  const seen = new Map<string, Set<number>>();
  addSeenLines(
    '# 1 "./a.h" 1\n\n#define A_H\nint f(void);\n# 8 "./a.h"\nint h(void);\n# 15 "./a.h" 3 4\nint y(void);\n# 3 "u.c"\nint u;\n',
    (path) => path.slice(2),
    seen,
  );
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const found = unseenBranches({ path: 'a.h', text }, seen.get('a.h') ?? new Set());
  expect(found.map(({ directive, declarations }) => [lineOf(directive.start), declarations])).toEqual([
    [4, 2],
    [12, 1],
  ]);
  expect(unseenBranches({ path: 'a.h', text }, new Set([3])).map(({ declarations }) => declarations)).toEqual([
    2, 1, 2,
  ]);
});

test('what a generator makes of a file, in steps, but not what is compiled', () => {
  const ninja = `rule CUSTOM_COMMAND
build gen.c: CUSTOM_COMMAND ../a.h $
    other.h | tool.py
build a$ b.h | c.h: CUSTOM_COMMAND_DEP gen.c
build a.o: c_COMPILER ../a.c || ../a.h
build d.h: own_rule ../d.in
build e.o: own_rule ../d.in
build all: phony gen.c ../a.c
`;
  const steps = generatingSteps(ninja);
  expect(madeFrom(steps, (path) => path === '../a.h')).toEqual(['gen.c', 'a b.h', 'c.h']);
  expect(madeFrom(steps, (path) => path === 'tool.py')).toEqual(['gen.c', 'a b.h', 'c.h']);
  expect(madeFrom(steps, (path) => path === '../d.in')).toEqual(['d.h']);
  expect(madeFrom(steps, (path) => path === '../a.c')).toEqual([]);
});
