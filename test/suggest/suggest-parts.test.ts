import { expect, test } from '@jest/globals';
import { readCallGraph } from '../../src/audit/audit-tree.ts';
import { latticeOf } from '../../src/audit/lattice.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { type Suggested, suggestParts } from '../../src/suggest/suggest-parts.ts';
import { reasonOf, verdictOf } from '../../src/suggest/suggestion-words.ts';

const HEAD = `version: 1
header: v.h
parts:
  common: {}
  graph: { assert: g();, may_call: [graph, io, common] }
  io: { may_call: [io, common] }
prototypes:
`;

/** Suggests for `v.h` with the given entries, in which every function is declared as `void f(void)`. */
function suggest(entries: Readonly<Record<string, string>>, sources: Readonly<Record<string, string>>): Suggested {
  const lines = Object.entries(entries).map(([name, part]) => `  ${name}:${part === '' ? '' : ` ${part}`}\n`);
  const { manifest } = parseManifest({ path: 'm.yaml', text: HEAD + lines.join('') });
  if (manifest === null) throw new Error('the manifest is not sound');
  const read = (paths: readonly string[], visit: (path: string, bytes: Uint8Array) => void): void => {
    for (const path of paths) visit(path, Buffer.from(sources[path] ?? '', 'latin1'));
  };
  const { graph } = readCallGraph(Object.keys(sources), read, [manifest]);
  const functions = Object.keys(entries).map((name) => ({ name, declaration: `void ${name}(void);` }));
  return suggestParts({ graph, lattice: latticeOf([manifest]), headers: [{ manifest, functions }] });
}

function lines({ suggestions }: Suggested): readonly string[] {
  return suggestions.map((one) => `${one.name}: ${verdictOf(one)}; ${reasonOf(one)}`);
}

test('what calls a function of a part that asserts is of that part', () => {
  const said = suggest(
    { open: 'graph', reopen: '' },
    { 'v.c': 'void open(void) { }\nvoid reopen(void) { open(); }\n' },
  );
  expect(lines(said)).toEqual(['reopen: graph (certain); calls open (graph) v.c:2']);
});

test('one call is not certain where functions stand in the shared part, two are', () => {
  const source =
    'void a(void) { }\nvoid b(void) { }\nvoid s(void) { }\nvoid one(void) { a(); }\nvoid two(void) { a(); b(); }\n';
  const said = suggest({ a: 'graph', b: 'graph', s: 'common', one: '', two: '' }, { 'v.c': source });
  expect(said.suggestions.map(({ name, kind }) => [name, kind])).toEqual([
    ['one', 'open'],
    ['two', 'certain'],
  ]);
});

test('a caller is not certain either where functions stand in the shared part: it may call that one too', () => {
  const source = 'void fill(void) { }\nvoid s(void) { }\nvoid read(void) { fill(); }\n';
  const [said] = suggest({ read: 'io', s: 'common', fill: '' }, { 'v.c': source }).suggestions;
  expect(said?.kind).not.toBe('certain');
});

test('what a function lacks counts too', () => {
  const declared = { a: 'graph', b: 'graph', c: 'io', d: 'io', plain: '' };
  const lists = 'void a(void) { LIST_INSERT(); }\nvoid b(void) { LIST_INSERT(); }\n';
  const [said] = suggest(declared, {
    'v.c': `${lists}void c(void) { }\nvoid d(void) { }\nvoid plain(void) { }\n`,
  }).suggestions;
  // It is told of nothing that is not there.
  expect(said && reasonOf(said)).toBe('no evidence');
});

test('what a part calls that may not call one that asserts is not of that one', () => {
  const said = suggest({ read: 'io', fill: '' }, { 'v.c': 'void fill(void) { }\nvoid read(void) { fill(); }\n' });
  expect(lines(said)).toEqual(['fill: io (certain); called by read (io) v.c:2']);
});

test('a certain part makes others certain', () => {
  const source = 'void a(void) { }\nvoid b(void) { a(); }\nvoid c(void) { b(); }\n';
  expect(lines(suggest({ a: 'graph', b: '', c: '' }, { 'v.c': source }))).toEqual([
    'b: graph (certain); calls a (graph) v.c:2',
    'c: graph (certain); calls b (graph) v.c:3',
  ]);
});

test('two calls that exclude each other are told', () => {
  const source = 'void a(void) { }\nvoid f(void) { a(); }\nvoid r(void) { f(); }\n';
  expect(lines(suggest({ a: 'graph', f: '', r: 'io' }, { 'v.c': source }))).toEqual([
    'f: ? (contradicted); calls a (graph) v.c:2, but called by r (io) v.c:3',
  ]);
});

test('a function that the header defines may stand among its data, so a caller decides nothing', () => {
  const sources = {
    'v.h': 'static inline int half(int n) { return n / 2; }\n',
    'v.c': 'void read(void) { half(4); }\n',
  };
  const [said] = suggest({ read: 'io', half: '' }, sources).suggestions;
  expect(said?.kind).not.toBe('certain');
});

test('evidence that a function without part stands between is not certain', () => {
  const source = 'void a(void) { }\nstatic void s(void) { a(); }\nvoid f(void) { s(); }\n';
  const [said] = suggest({ a: 'graph', f: '' }, { 'v.c': source }).suggestions;
  expect(said && [said.kind, reasonOf(said)]).toEqual(['likely', 'reaches a (graph) v.c:3']);
});

test('siblings and shared callers add up to an answer, from entries that bear them out', () => {
  const names = Array.from({ length: 12 }, (_, at) => `t${at}`);
  const entries = Object.fromEntries([
    ...names.map((name) => [name, 'io']),
    ...names.map((name) => [`co_${name}`, 'io']),
    ...names.map((name) => [`g${name}`, 'graph']),
    ['late', 'io'],
    ['co_late', ''],
  ]);
  const source = [...names, ...names.map((name) => `co_${name}`)].map((name) => `void ${name}(void) { late(); }\n`);
  const body = `void late(void) { }\nvoid co_late(void) { helper(); }\nvoid helper(void) { late(); }\n${source.join('')}`;
  const [said] = suggest(entries, { 'v.c': body }).suggestions;
  expect(said && [said.kind, 'part' in said && said.part]).toEqual(['likely', 'io']);
});

test('one sign of a function alone is no answer, however many entries bear it out', () => {
  const names = Array.from({ length: 30 }, (_, at) => `t${at}`);
  const entries = Object.fromEntries([
    ...names.map((name) => [name, 'graph']),
    ...names.map((name) => [`u${name}`, 'io']),
    ['lone', ''],
  ]);
  const inserting = [...names, 'lone'].map((name) => `void ${name}(void) { LIST_INSERT(); }\n`).join('');
  const [said] = suggest(entries, { 'v.c': inserting }).suggestions;
  expect(said && [said.kind, reasonOf(said)]).toEqual(['open', 'changes a list: LIST_INSERT v.c:31']);
});

test('without evidence nothing is said', () => {
  expect(lines(suggest({ a: 'graph', lone: '' }, { 'v.c': 'void lone(void) { }\n' }))).toEqual([
    'lone: ?; no evidence',
  ]);
});
