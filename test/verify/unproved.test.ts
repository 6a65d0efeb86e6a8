import { expect, test } from '@jest/globals';
import { madeFrom } from '../../src/verify/build-steps.ts';
import { makeSteps } from '../../src/verify/make-outputs.ts';
import { ninjaSteps } from '../../src/verify/ninja-outputs.ts';
import { addSeenLines } from '../../src/verify/seen-lines.ts';
import { unseenBranchesOf } from '../../src/verify/unseen-declarations.ts';

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
  const unseenAfter = unseenBranchesOf({ path: 'a.h', text });
  const found = unseenAfter(seen.get('a.h') ?? new Set());
  expect(found.map(({ directive, declarations }) => [lineOf(directive.start), declarations])).toEqual([
    [4, 2],
    [12, 1],
  ]);
  expect(unseenAfter(new Set([3])).map(({ declarations }) => declarations)).toEqual([2, 1, 2]);
});

test('what a build.ninja generates, but not what it compiles', () => {
  const ninja = `rule CUSTOM_COMMAND
top = ../
cmake_ninja_workdir = /build/
build gen.c | \${cmake_ninja_workdir}gen.c: CUSTOM_COMMAND \${top}a.h $
    other.h | tool.py
  DEPFILE = gen.d
build a$ b.h | c.h: CUSTOM_COMMAND_DEP gen.c
build a.o: c_COMPILER ../a.c || ../a.h
  depfile = a.d
build d.h: own_rule ../d.in
build e.o: own_rule ../d.in
build all: phony gen.c ../a.c
`;
  expect(ninjaSteps(ninja)).toEqual([
    { outputs: ['gen.c', '/build/gen.c'], inputs: ['../a.h', 'other.h', 'tool.py'], readsMore: true },
    { outputs: ['a b.h', 'c.h'], inputs: ['gen.c'], readsMore: false },
    { outputs: ['d.h'], inputs: ['../d.in'], readsMore: false },
  ]);
});

test('what makefiles generate, as far as they say so plainly', () => {
  const makefile = `# gen.h: none.h
srcdir = ../src
VPATH = $(srcdir)
TABLES := one.h \\
  two.h
TABLES += three.h
SCRIPT ?= $(srcdir)/gen.sh
endless = $(endless) $(endless)
gen.h: a.h $(SCRIPT) | made	# tells
	$(SCRIPT) fake.h: no.h
$(TABLES): %.h: %.in \${srcdir}/x.py
all: gen.h
a.o: a.c gen.h
%.h: %.y
lists.h: $(wildcard *.in $(TABLES)) b.in
long.h: $(endless)
`;
  const read = (inputs: readonly string[]) => inputs.flatMap((one) => [one, `../src/${one}`]);
  expect(makeSteps(makefile)).toEqual(
    [
      { outputs: ['gen.h'], inputs: read(['a.h', '../src/gen.sh', 'made']) },
      { outputs: ['one.h'], inputs: read(['one.in', '../src/x.py']) },
      { outputs: ['two.h'], inputs: read(['two.in', '../src/x.py']) },
      { outputs: ['three.h'], inputs: read(['three.in', '../src/x.py']) },
      { outputs: ['lists.h'], inputs: read(['b.in']), readsMore: true },
      { outputs: ['long.h'], inputs: [], readsMore: true },
    ].map((one) => ({ readsMore: false, ...one })),
  );
});

test('what is made of a file, in steps, and what could be', () => {
  const step = (input: string, path: string, readsMore = false) => ({
    outputs: [{ folder: '/', makefile: null, target: path, path }],
    inputs: [input],
    readsMore,
  });
  const steps = [step('/c', '/d'), step('/a', '/b'), step('/b', '/c'), step('/x', '/y', true)];
  const made = (isEach: boolean) => madeFrom(steps, new Set(['/a']), isEach).map(({ path }) => path);
  expect([made(false), made(true)]).toEqual([
    ['/b', '/c', '/d'],
    ['/b', '/c', '/y', '/d'],
  ]);
});
