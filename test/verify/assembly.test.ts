import { describe, expect, test } from '@jest/globals';
import { changedSymbols, sourceNames } from '../../src/verify/assembly/compare-digests.ts';
import { packDigests, symbolDigests, unpackDigests } from '../../src/verify/assembly/symbol-digests.ts';

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
      differ(`	.file	"a.c"\n${f(0)}${g(7, 'n.0')}`, `	.file	"b.c"\n	.ident	"x"\n${g(20, 'n.3')}${f(40)}`),
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
