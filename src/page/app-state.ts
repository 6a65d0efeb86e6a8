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
  /** What to take back, the last first. */
  readonly undo: readonly Change[];
  /** The last thing that happened, for all to hear. */
  readonly said: string;
};

export type Change = { readonly at: number; readonly before: Decision; readonly after: Decision };

export type Action =
  | { readonly kind: 'select'; readonly at: number }
  | { readonly kind: 'filter'; readonly filter: Partial<Filter> }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'decide'; readonly at: number; readonly decision: Decision; readonly next: number | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'replace'; readonly decisions: Decisions; readonly said: string }
  /** What the server says now; decisions that it has taken over are none any more. */
  | { readonly kind: 'data'; readonly data: ReviewData; readonly said: string | null }
  | { readonly kind: 'say'; readonly text: string };

export function firstState(data: ReviewData, decisions: Decisions, selected = 0): AppState {
  const said = decisions.size === 0 ? '' : `${decisions.size} decisions of yours are still here`;
  return { data, decisions, filter: everything, view: 'list', selected, undo: [], said };
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
    case 'undo':
      return undone(state);
    case 'decide': {
      const { at, decision } = action;
      const before = decisionOf(state.data, state.decisions, at);
      const selected = action.next ?? state.selected;
      if (before.part === decision.part && before.why === decision.why) return { ...state, selected };
      return {
        ...state,
        selected,
        decisions: decide(state.data, state.decisions, at, decision),
        undo: [{ at, before, after: decision }, ...state.undo],
        said: describe(state.data, at, before, decision),
      };
    }
  }
}

function undone(state: AppState): AppState {
  const [last, ...undo] = state.undo;
  if (last === undefined) return { ...state, said: 'Nothing to undo' };
  const name = state.data.functions[last.at]?.name ?? '';
  return {
    ...state,
    undo,
    selected: last.at,
    decisions: decide(state.data, state.decisions, last.at, last.before),
    said: `${name} is ${last.before.part ?? 'without part'} again`,
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
    undo: state.undo.flatMap((one) => (moved(one.at) < 0 ? [] : [{ ...one, at: moved(one.at) }])),
    said: said ?? state.said,
  };
}

function describe({ functions }: ReviewData, at: number, before: Decision, after: Decision): string {
  const name = functions[at]?.name ?? '';
  if (before.part !== after.part) return `${name} → ${after.part ?? 'no part'}`;
  return after.why === null ? `${name}: the reason is gone` : `${name}: ${after.why}`;
}
