import { describe, expect, test } from '@jest/globals';
import { changedSymbols, sourceNames } from '../../src/verify/assembly/compare-digests.ts';
import { packDigests, symbolDigests, unpackDigests } from '../../src/verify/assembly/symbol-digests.ts';
import { readPreprocessed } from '../../src/verify/preprocessed.ts';
import { differenceFor } from '../../src/verify/preprocessed-difference.ts';

const digests = (text: string) => symbolDigests(text, (one) => one);
const differ = (a: string, b: string) =>
  changedSymbols(digests(a), digests(b)).map(({ symbol, how }) => `${symbol} ${how}`);

const f = (label: number, string = '"hi"') => `
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC${label}:
	.string	${string}
	.text
	.globl	f
	.type	f, @function
f:
.LFB${label}:
	leaq	.LC${label}(%rip), %rdi
	testl	%eax, %eax
	je	.L${label + 1}
	jmp	puts@PLT
.L${label + 1}:
	ret
.LFE${label}:
	.size	f, .-f
`;

const g = (label: number, variable: string, value = 4) => `
	.text
	.type	g, @function
g:
	cmpl	$3, %edi
	notrack jmp	*%rax
	.section	.rodata
	.align 4
.L${label}:
	.long	.L${label + 1}-.L${label}
	.text
.L${label + 1}:
	movl	${variable}(%rip), %eax
	ret
	.size	g, .-g
	.data
	.align 4
	.type	${variable}, @object
	.size	${variable}, 4
${variable}:
	.long	${value}
`;

describe('the code of a symbol', () => {
  test('does not depend on the numbers of labels, on static variables or on the order', () => {
    expect(
      differ(
        `	.file	"a.c"\n${f(0)}${g(7, 'n.0')}`,
        `	.file	"b.c"\n	.ident	"GCC: (Debian) 12"\n${g(20, 'n.3')}${f(40)}`,
      ),
    ).toEqual([]);
  });

  test('holds the constants, tables and static variables that it refers to', () => {
    expect(differ(f(0), f(5, '"ho"'))).toEqual(['f changed']);
    expect(differ(g(7, 'n.0'), g(7, 'n.1', 5))).toEqual(['g changed']);
    expect(differ(g(7, 'n.0'), g(7, 'n.0').replace('cmpl	$3', 'cmpl	$4'))).toEqual(['g changed']);
  });

  test('holds its binding and its section', () => {
    expect(differ(f(0), f(0).replace('.globl', '.weak'))).toEqual(['f changed']);
    expect(differ(f(0), f(0).replace('.text\n	.globl', '.section .text.hot,"ax"\n	.globl'))).toEqual(['f changed']);
  });

  test('a symbol that comes or goes is told, a clone goes by its function', () => {
    const clone = f(30)
      .replace(/\bf\b(?=[:,]|$)/gm, 'f.part.7')
      .replace('.globl', '.local');
    expect(differ(f(0), `${f(0)}${clone}`)).toEqual(['f.part.# new']);
    expect(differ(clone, clone.replaceAll('part.7', 'part.12'))).toEqual([]);
    expect(
      sourceNames([
        { symbol: 'f.part.#', how: 'new' },
        { symbol: 'f', how: 'changed' },
      ]),
    ).toEqual(['f']);
  });

  test('a zeroed variable, an alias and a constructor count', () => {
    const comm = (size: number) => `	.local	v\n	.comm	v,${size},4\n`;
    expect(differ(comm(4), comm(8))).toEqual(['v changed']);
    const set = (name: string) => `	.set	alias,${name}\n`;
    expect(differ(set('a'), set('b'))).toHaveLength(1);
    const init = (name: string) => `	.section	.init_array,"aw"\n	.align 8\n	.quad	${name}\n`;
    expect(differ(f(0) + init('a'), f(0) + init('b'))).toHaveLength(1);
  });

  test('what is only said of a symbol counts: of one that stands elsewhere, of an alias', () => {
    const said = (word: string) => `${f(0)}\t.${word}\tputs\n`;
    expect(differ(f(0), said('hidden'))).toEqual(['reference to puts new']);
    expect(differ(said('weak'), said('hidden'))).toEqual(['reference to puts changed']);
    expect(differ(f(0), said('hidden').replace('ret', 'nop'))).toEqual(['f changed']);
    expect(sourceNames([{ symbol: 'reference to puts', how: 'new' }])).toEqual(['puts']);
    const alias = (binding: string) => `${f(0)}\t.${binding}\talias\n\t.set\talias,f\n`;
    expect(differ(alias('globl'), alias('weak'))).toEqual(['alias changed']);
  });

  test('a variable of a function counts that nothing refers to', () => {
    const used = (value: number, counter: number) =>
      `\t.section\ttab,"a"\n\t.type\te.${counter}, @object\ne.${counter}:\n\t.long\t${value}\n`;
    expect(differ(f(0) + used(5, 1), f(0) + used(5, 2))).toEqual([]);
    expect(differ(f(0) + used(5, 1), f(0) + used(6, 1))).toEqual(['e.# changed']);
  });

  test('the order of variables counts in sections of the project, and the flags of notes', () => {
    const variable = (name: string, section: string) =>
      `\t.section\t${section},"aw"\n\t.type\t${name}, @object\n${name}:\n\t.long\t1\n`;
    const both = (a: string, b: string, section: string) => variable(a, section) + variable(b, section);
    expect(differ(both('a', 'b', 'tab'), both('b', 'a', 'tab'))).toEqual(['order of section tab,"aw" changed']);
    expect(differ(both('a', 'b', '.data.a'), both('b', 'a', '.data.a'))).toEqual([]);
    expect(sourceNames([{ symbol: 'order of section tab,"aw"', how: 'changed' }])).toEqual(['order of section tab']);
    const stack = (flags: string) => `${f(0)}\t.section\t.note.GNU-stack,"${flags}",@progbits\n`;
    expect(differ(stack(''), stack('x'))).toHaveLength(2);
    const ident = (text: string) => `${f(0)}\t.ident\t"${text}"\n`;
    expect(differ(ident('GCC: (Debian) 12'), ident('Debian clang version 14'))).toEqual([]);
    expect(differ(ident('one'), ident('two'))).toHaveLength(1);
  });

  test('labels that clang numbers by function do not count', () => {
    const clang = (name: string, at: number) =>
      `\t.type\t${name},@function\n${name}:\n\t.cfi_startproc\n\tretq\n.Lfunc_end${at}:\n\t.size\t${name}, .Lfunc_end${at}-${name}\n\t.cfi_endproc\n`;
    expect(differ(clang('f', 0), clang('f', 0) + clang('g', 1))).toEqual(['g new']);
    expect(differ(clang('f', 0) + clang('g', 1), clang('g', 0) + clang('f', 1))).toEqual([]);
  });

  test('inline assembly is taken as it stands', () => {
    const asm = (text: string) => `f:\n#APP\n	.pushsection .x\n	${text}\n	.popsection\n#NO_APP\n	ret\n`;
    expect(differ(asm('.long 1'), asm('.long 2'))).toEqual(['f changed']);
  });
});

test('packing keeps names and sums', () => {
  const map = new Map([
    ['b', 'y'],
    ['a', 'x'],
  ]);
  expect(unpackDigests(packDigests(map))).toEqual(map);
  expect(packDigests(map)).toBe(packDigests(new Map([...map].reverse())));
});

test('a pragma that is lost, or stands elsewhere, is a difference of the preprocessed text', () => {
  const read = (text: string) => readPreprocessed(`# 1 "a.h"\n${text}\n`);
  const weak = '#pragma weak hook\nint hook(void);\nint f(void) { return hook ? 1 : 0; }';
  const lost = differenceFor('f', read(weak), read(weak.replace('#pragma weak hook', '')));
  expect(lost).toMatchObject({ where: 'other', line: 1, before: '# pragma weak hook', after: '' });
  const [push, pop] = ['#pragma GCC visibility push(hidden)', '#pragma GCC visibility pop'];
  const moved = differenceFor('g', read(`${push}\nint g(void);\n${pop}`), read(`${push}\n${pop}\nint g(void);`));
  expect(moved).toMatchObject({
    where: 'order',
    line: 2,
    before: 'int g ( void ) ;',
    after: '# pragma GCC visibility pop',
  });
  const both = differenceFor('f', read(weak), read('int hook(void);\nint f(void) { return hook ? 2 : 0; }'));
  expect(both).toMatchObject({ where: 'body' });
});
