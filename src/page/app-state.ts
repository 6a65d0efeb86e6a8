import type { ReviewData } from '../review/review-data.ts';
import { type Decision, type Decisions, decide, decisionOf } from './decisions.ts';
import { everything, type Filter } from './rows.ts';

export type View = 'list' | 'picture' | 'split';

export type AppState = {
  readonly data: ReviewData;
  readonly decisions: Decisions;
  readonly filter: Filter;
  readonly view: View;
  readonly selected: number;
  /** Functions that the next decision is about, in place of the selected one. */
  readonly marked: ReadonlySet<number>;
  /** What to take back, the last first; what was decided together goes together. */
  readonly undo: readonly (readonly Change[])[];
  /** The last thing that happened, for all to hear. */
  readonly said: string;
  /** What a server refused, and why; it stays until the next decision, or until it is closed. */
  readonly refusal: string | null;
  /** Why the manifests cannot be read now. */
  readonly trouble: string | null;
  /** Reasons that were typed and not written, by the names of the functions. */
  readonly drafts: ReadonlyMap<string, string>;
};

export type Change = { readonly at: number; readonly before: Decision; readonly after: Decision };

export type Action =
  | { readonly kind: 'select'; readonly at: number }
  | { readonly kind: 'filter'; readonly filter: Partial<Filter> }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'mark'; readonly marked: ReadonlySet<number>; readonly next: number | null }
  | { readonly kind: 'decide'; readonly decisions: Decisions; readonly next: number | null }
  | { readonly kind: 'undo' }
  /** A server is asked to take back what was decided last. */
  | { readonly kind: 'undo-asked' }
  /**
   * A server did not write decisions about these functions, or take some back. `stays`: the reader is typing about another
   * function, which stays selected.
   */
  | { readonly kind: 'refused'; readonly names: readonly string[]; readonly text: string; readonly stays: boolean }
  | { readonly kind: 'forget-draft'; readonly name: string }
  | { readonly kind: 'close-refusal' }
  | { readonly kind: 'trouble'; readonly trouble: string | null; readonly said: string | null }
  | { readonly kind: 'replace'; readonly decisions: Decisions; readonly said: string }
  /** What the server says now; decisions that it has taken over are none any more. */
  | { readonly kind: 'data'; readonly data: ReviewData; readonly said: string | null }
  /** What the server says of the split of some data, if that is still what is shown. */
  | { readonly kind: 'split'; readonly of: ReviewData; readonly split: Pick<ReviewData, 'split' | 'diffstat'> }
  | { readonly kind: 'say'; readonly text: string };

export function firstState(data: ReviewData, decisions: Decisions, selected = 0): AppState {
  const said =
    decisions.size === 0
      ? ''
      : `${decisions.size === 1 ? '1 decision of yours is' : `${decisions.size} decisions of yours are`} still here`;
  return {
    data,
    decisions,
    filter: everything,
    view: 'list',
    selected,
    marked: new Set(),
    undo: [],
    said,
    refusal: null,
    trouble: null,
    drafts: new Map(),
  };
}

export function reduce(state: AppState, action: Action): AppState {
  switch (action.kind) {
    case 'select':
      return { ...state, selected: action.at };
    case 'filter':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'view':
      return { ...state, view: action.view };
    case 'say':
      return { ...state, said: action.text };
    case 'replace':
      return { ...state, decisions: action.decisions, undo: [], said: action.said };
    case 'data':
      return withData(state, action.data, action.said);
    case 'split':
      return state.data === action.of ? { ...state, data: { ...state.data, ...action.split } } : state;
    case 'undo':
      return undone(state);
    case 'undo-asked':
      return undoAsked(state);
    case 'refused':
      return refused(state, action);
    case 'forget-draft':
      return { ...state, drafts: new Map([...state.drafts].filter(([name]) => name !== action.name)) };
    case 'close-refusal':
      return { ...state, refusal: null };
    case 'trouble': {
      const isOver = state.trouble !== null && action.trouble === null;
      const { trouble, said } = action;
      return { ...state, trouble, said: said ?? state.said, refusal: isOver ? null : state.refusal };
    }
    case 'mark':
      return { ...state, marked: action.marked, selected: action.next ?? state.selected };
    case 'decide':
      return decided(state, action.decisions, action.next);
  }
}

function decided(state: AppState, decisions: Decisions, next: number | null): AppState {
  const selected = next ?? state.selected;
  const changes = [...decisions].flatMap(([at, after]): Change[] => {
    const before = decisionOf(state.data, state.decisions, at);
    return before.part === after.part && before.why === after.why ? [] : [{ at, before, after }];
  });
  const marked: ReadonlySet<number> = new Set();
  if (changes.length === 0) return { ...state, selected, marked };
  return {
    ...state,
    refusal: null,
    selected,
    marked,
    decisions: changes.reduce((made, { at, after }) => decide(state.data, made, at, after), state.decisions),
    drafts: withoutDrafts(state, changes),
    undo: [changes, ...state.undo],
    said: describe(state.data, changes),
  };
}

function undone(state: AppState): AppState {
  const [last, ...undo] = state.undo;
  const [first] = last ?? [];
  if (last === undefined || first === undefined) return { ...state, said: 'Nothing to undo' };
  const name = state.data.functions[first.at]?.name ?? '';
  return {
    ...state,
    undo,
    selected: first.at,
    decisions: last.reduce((made, { at, before }) => decide(state.data, made, at, before), state.decisions),
    said:
      last.length > 1
        ? `${last.length} functions are as before`
        : `${name} is ${first.before.part ?? 'without part'} again`,
  };
}

/** Selects at once what is likely taken back, so that the next key is about it; the answer says what was. */
function undoAsked(state: AppState): AppState {
  const [last, ...undo] = state.undo;
  return { ...state, refusal: null, undo, selected: last?.[0]?.at ?? state.selected };
}

/** A reason that is decided about is no draft any more. */
function withoutDrafts({ data, drafts }: AppState, changes: readonly Change[]): AppState['drafts'] {
  const names = new Set(
    changes.flatMap(({ at, before, after }) => (before.why === after.why ? [] : [data.functions[at]?.name])),
  );
  return new Map([...drafts].filter(([name]) => !names.has(name)));
}

/**
 * Nothing was written: the manifests have the last word, and the function is selected again that was decided about. What
 * was typed stays, to be written when that can be.
 */
function refused(state: AppState, { names, text, stays }: Extract<Action, { kind: 'refused' }>): AppState {
  const meant = new Set(names);
  const isMeant = (at: number): boolean => meant.has(state.data.functions[at]?.name ?? '');
  const at = state.data.functions.findIndex(({ name }) => name === names[0]);
  // Of several decisions that were sent before the first was refused, that one is shown.
  const isFirst = state.refusal === null;
  const mine = state.undo.findLastIndex((changes) => changes.some((change) => isMeant(change.at)));
  const typed = [...state.decisions].flatMap(([one, { why }]): [string, string][] => {
    const own = state.data.functions[one];
    return own !== undefined && isMeant(one) && why !== null && why !== own.why ? [[own.name, why]] : [];
  });
  return {
    ...state,
    drafts: new Map([...state.drafts, ...typed]),
    decisions: new Map([...state.decisions].filter(([one]) => !isMeant(one))),
    undo: state.undo.filter((_, index) => index !== mine),
    selected: isFirst && !stays && at >= 0 ? at : state.selected,
    said: 'Not written',
    refusal: isFirst ? text : state.refusal,
  };
}

/** Functions are found again by their names: the header may have others now. */
function withData(state: AppState, data: ReviewData, said: string | null): AppState {
  const numbers = new Map(data.functions.map(({ name }, at) => [name, at]));
  const moved = (at: number): number => numbers.get(state.data.functions[at]?.name ?? '') ?? -1;
  let decisions: Decisions = new Map();
  for (const [at, decision] of state.decisions)
    if (moved(at) >= 0) decisions = decide(data, decisions, moved(at), decision);
  return {
    ...state,
    data,
    decisions,
    selected: Math.max(0, moved(state.selected)),
    marked: new Set([...state.marked].map(moved).filter((at) => at >= 0)),
    undo: state.undo.map((all) => all.flatMap((one) => (moved(one.at) < 0 ? [] : [{ ...one, at: moved(one.at) }]))),
    said: said ?? state.said,
  };
}

function describe({ functions }: ReviewData, changes: readonly Change[]): string {
  const [one] = changes;
  if (one === undefined) return '';
  const { at, before, after } = one;
  if (changes.length > 1) {
    const parts = new Set(changes.map((change) => change.after.part));
    return `${changes.length} functions → ${parts.size === 1 ? (after.part ?? 'no part') : 'their suggestions'}`;
  }
  const name = functions[at]?.name ?? '';
  if (before.part !== after.part) return `${name} → ${after.part ?? 'no part'}`;
  return after.why === null ? `${name}: the reason is gone` : `${name}: ${after.why}`;
}
