import { expect, test } from '@jest/globals';
import { parseAssignmentList } from '../../src/assign/parse-assignment-list.ts';
import { firstState, reduce } from '../../src/page/app-state.ts';
import { commandOf, type Decisions, decide, exportList, importList, reasonsLeftOut } from '../../src/page/decisions.ts';
import { everything, rowsOf } from '../../src/page/rows.ts';
import { judge } from '../../src/page/status.ts';
import { formatDecisions, parseDecisions } from '../../src/page/store.ts';
import type { FunctionData, ReviewData } from '../../src/review/review-data.ts';
import { bytesOfText } from '../../src/text/source-text.ts';

const nobody = { all: 0, shown: [] };
function function_(name: string, more: Partial<FunctionData> = {}): FunctionData {
  return {
    name,
    manifest: 0,
    part: null,
    why: null,
    section: null,
    header: 'a.h',
    line: 1,
    defined: [[0, 1]],
    suggestion: { kind: 'open' },
    evidence: [],
    callers: nobody,
    callees: nobody,
    roles: [],
    findings: [],
    ...more,
  };
}

const data: ReviewData = {
  manifests: [
    { path: 'my dir/a.yaml', header: 'a.h', shared: 'common', state: 'whole', parts: ['common', 'io', 'no'] },
  ],
  parts: ['common', 'io', 'no'],
  mayCall: [
    [true, true, true],
    [true, true, false],
    [true, true, true],
  ],
  asserts: [false, false, true],
  files: ['src/a.c'],
  functions: [
    function_('alpha', { part: 'io', callees: { all: 1, shown: [[2, 0, 5]] } }),
    function_('größe', { suggestion: { kind: 'likely', part: 'io', margin: 3 } }),
    function_('gamma', { section: 'Utils' }),
    function_('y', { suggestion: { kind: 'certain', part: 'common' } }),
  ],
  others: [],
  findings: [],
  split: [],
  diffstat: '',
  picture: null,
};

function decided(...list: readonly (readonly [number, string | null, (string | null)?])[]): Decisions {
  return list.reduce<Decisions>((all, [at, part, why = null]) => decide(data, all, at, { part, why }), new Map());
}

test('an exported list is one that assign reads, and the page too', () => {
  const all = decided([0, 'no'], [1, 'io', 'it "waits" # here'], [3, 'no']);
  const text = exportList(data, all, 0);
  expect(text).toBe(
    "# header-split assign 'my dir/a.yaml' --from a.assign.yaml --force\n" +
      'alpha: "no"\n"größe": { part: io, why: "it \\"waits\\" # here" }\n"y": "no"\n',
  );
  const read = parseAssignmentList({ path: 'l.yaml', text: bytesOfText(text) });
  expect(read.findings).toEqual([]);
  expect(read.assignments.map(({ pattern, part, why }) => [pattern, part, why])).toEqual([
    ['alpha', 'no', null],
    ['größe', 'io', 'it "waits" # here'],
    ['y', 'no', null],
  ]);
  expect(importList(data, new Map(), text)).toEqual({ decisions: all, taken: 3, unknown: 0 });
  expect(importList(data, new Map(), 'delta: io\nalpha: nowhere\n')).toMatchObject({ taken: 0, unknown: 2 });
});

test('without a function that has a part, the command needs no --force', () => {
  expect(commandOf(data, decided([1, 'io']), 0)).not.toContain('--force');
  expect(decided([0, 'io']).size).toBe(0);
});

test('reasons of functions without part are named, for a list cannot hold them', () => {
  const all = decided([3, null, 'last'], [1, 'io', 'goes along'], [2, null, 'stays here']);
  expect(reasonsLeftOut(data, all)).toEqual(['gamma', 'y']);
  expect(exportList(data, all, 0)).not.toMatch(/gamma|"y"/);
  expect(reasonsLeftOut(data, decided([1, 'io', 'goes along']))).toEqual([]);
});

test('what a server refuses: the first such function is selected, and the text stays until the next decision', () => {
  const io = { part: 'io', why: null };
  let state = firstState(data, new Map(), 1);
  state = reduce(state, { kind: 'decide', decisions: new Map([[1, io]]), next: 2 });
  state = reduce(state, { kind: 'decide', decisions: new Map([[2, io]]), next: 3 });
  state = reduce(state, { kind: 'refused', names: ['größe'], text: 'no', stays: false });
  expect([state.selected, state.refusal, [...state.decisions.keys()], state.undo.length]).toEqual([1, 'no', [2], 1]);
  state = reduce(state, { kind: 'refused', names: ['gamma'], text: 'nor this', stays: false });
  expect([state.selected, state.refusal, state.decisions.size, state.undo.length]).toEqual([1, 'no', 0, 0]);
  const again = reduce(state, { kind: 'decide', decisions: new Map([[1, io]]), next: 2 });
  expect([again.selected, again.refusal]).toEqual([2, null]);
  const broken = reduce(state, { kind: 'trouble', trouble: 'unknown key', said: null });
  expect(broken.refusal).toBe('no');
  expect(reduce(broken, { kind: 'trouble', trouble: null, said: null }).refusal).toBeNull();
});

test('a reason that was not written stays to be written again, and the function of who types meanwhile stays too', () => {
  const because = { part: null, why: 'typed' };
  let state = reduce(firstState(data, new Map(), 1), { kind: 'decide', decisions: new Map([[1, because]]), next: 2 });
  state = reduce(state, { kind: 'refused', names: ['größe'], text: 'no', stays: true });
  expect([state.selected, state.decisions.size, [...state.drafts]]).toEqual([2, 0, [['größe', 'typed']]]);
  expect(reduce(state, { kind: 'forget-draft', name: 'größe' }).drafts.size).toBe(0);
  state = reduce(state, { kind: 'decide', decisions: new Map([[1, because]]), next: null });
  expect(state.drafts.size).toBe(0);
});

test('a reason of a function without part is still there when the page is opened again', () => {
  const all = decided([1, null, 'not yet'], [3, 'io']);
  expect(parseDecisions(data, formatDecisions(data, all))).toEqual(all);
  expect(parseDecisions(data, '[["alpha", null, "x"], ["y", 7, null], ["nobody", "io", null]]').size).toBe(0);
});

test('a list takes a reason away, alone and with a part', () => {
  const explained = { ...data, functions: data.functions.map((one, at) => ({ ...one, why: at < 2 ? 'old' : null })) };
  const all = decide(explained, decide(explained, new Map(), 0, { part: 'io', why: null }), 1, {
    part: 'no',
    why: null,
  });
  const text = exportList(explained, all, 0);
  expect(text).toContain('--force\nalpha: { part: io, why: null }\n"größe": { part: "no", why: null }\n');
  expect(parseAssignmentList({ path: 'l.yaml', text: bytesOfText(text) }).assignments.map(({ why }) => why)).toEqual([
    '',
    '',
  ]);
  expect(importList(explained, new Map(), text).decisions).toEqual(all);
});

test('what a server is asked to take back is selected at once', () => {
  const io = { part: 'io', why: null };
  let state = firstState(data, new Map());
  state = reduce(state, { kind: 'decide', decisions: new Map([[1, io]]), next: 2 });
  state = reduce(state, { kind: 'undo-asked' });
  expect([state.selected, state.undo.length]).toEqual([1, 0]);
  expect(reduce(state, { kind: 'undo-asked' }).selected).toBe(1);
});

test('a call that a decision forbids, and one that it allows again', () => {
  expect(judge(data, new Map()).statusOf(0)).toBe('assigned');
  const forbidden = judge(data, decided([2, 'no']));
  expect([forbidden.statusOf(0), forbidden.statusOf(2), forbidden.isForbidden(0, 2)]).toEqual([
    'contradicted',
    'contradicted',
    true,
  ]);
  expect(judge(data, decided([2, 'io'])).statusOf(2)).toBe('assigned');
});

test('the list: words of a search, filters, order and groups', () => {
  const judgement = judge(data, new Map());
  const names = (filter: Partial<typeof everything>) =>
    rowsOf(data, judgement, { ...everything, ...filter }).map((row) =>
      row.kind === 'group' ? `${row.title} ${row.count}` : data.functions[row.at]?.name,
    );
  expect(names({ query: 'A.C utils' })).toEqual(['gamma']);
  expect(names({ status: 'open' })).toEqual(['größe', 'gamma', 'y']);
  expect(names({ part: 'io' })).toEqual(['alpha']);
  expect(names({ sort: 'suggestion' })).toEqual(['y', 'größe', 'gamma', 'alpha']);
  expect(names({ sort: 'name', isDown: true })).toEqual(['y', 'größe', 'gamma', 'alpha']);
  expect(names({ group: 'status' })).toEqual([
    'Assigned 1',
    'alpha',
    'Suggested 2',
    'größe',
    'y',
    'Unassigned 1',
    'gamma',
  ]);
});

test('undo takes back one decision after the other, and a kept page knows them by name', () => {
  const io = { part: 'io', why: null };
  let state = firstState(data, new Map());
  state = reduce(state, { kind: 'decide', decisions: new Map([[1, io]]), next: 2 });
  state = reduce(state, { kind: 'decide', decisions: new Map([[2, io]]), next: 3 });
  expect([state.selected, state.said]).toEqual([3, 'gamma → io']);
  expect(parseDecisions(data, formatDecisions(data, state.decisions))).toEqual(state.decisions);
  expect(parseDecisions(data, '[["gone","io",null],["gamma","nowhere",null],3]').size).toBe(0);
  expect(parseDecisions(data, '{').size).toBe(0);
  state = reduce(state, { kind: 'undo' });
  expect([state.selected, [...state.decisions.keys()]]).toEqual([2, [1]]);
  state = reduce(reduce(state, { kind: 'undo' }), { kind: 'undo' });
  expect([state.decisions.size, state.said]).toEqual([0, 'Nothing to undo']);
});

test('what is decided together is taken back together', () => {
  const io = { part: 'io', why: null };
  let state = reduce(firstState(data, new Map()), { kind: 'mark', marked: new Set([1, 2]), next: 3 });
  expect([state.selected, state.marked.size]).toEqual([3, 2]);
  state = reduce(state, {
    kind: 'decide',
    decisions: new Map([
      [1, io],
      [2, io],
    ]),
    next: null,
  });
  expect([state.selected, state.marked.size, state.said]).toEqual([3, 0, '2 functions → io']);
  state = reduce(state, { kind: 'undo' });
  expect([state.decisions.size, state.selected, state.said]).toEqual([0, 1, '2 functions are as before']);
});

test('what a server says replaces what was decided, by name', () => {
  const io = { part: 'io', why: null };
  const state = reduce(firstState(data, new Map()), { kind: 'decide', decisions: new Map([[2, io]]), next: null });
  const [alpha, , gamma, y] = data.functions;
  if (alpha === undefined || gamma === undefined || y === undefined) throw new Error('bad test');
  const next = { ...data, functions: [y, { ...gamma, part: 'io' }, alpha] };
  const after = reduce({ ...state, selected: 2 }, { kind: 'data', data: next, said: 'new' });
  expect([after.selected, after.decisions.size, after.undo[0]?.[0]?.at]).toEqual([1, 0, 1]);
});
