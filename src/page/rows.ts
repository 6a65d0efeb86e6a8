import type { ReviewData } from '../review/review-data.ts';
import { type Judgement, type Status, statuses } from './status.ts';

export type Sorting = 'header' | 'name' | 'part' | 'suggestion' | 'file' | 'section';
export type Grouping = 'none' | 'section' | 'file' | 'part' | 'status';

export type Filter = {
  readonly query: string;
  readonly status: Status | 'all' | 'open';
  /** `''`: those without part; null: all. */
  readonly part: string | null;
  readonly sort: Sorting;
  readonly isDown: boolean;
  readonly group: Grouping;
};

export const everything: Filter = {
  query: '',
  status: 'all',
  part: null,
  sort: 'header',
  isDown: false,
  group: 'none',
};

/** A line of the list. */
export type Row =
  | { readonly kind: 'group'; readonly title: string; readonly count: number }
  | { readonly kind: 'function'; readonly at: number };

/** The lines of the list, in order. */
export function rowsOf(data: ReviewData, judgement: Judgement, filter: Filter): readonly Row[] {
  const found = search(data, filter.query).filter(
    (at) => isOfStatus(judgement.statusOf(at), filter.status) && isOfPart(judgement.partOf(at), filter.part),
  );
  const sorted = filter.sort === 'header' ? found : sortBy(found, (at) => keyOf(data, judgement, filter.sort, at));
  const ordered = filter.isDown ? sorted.toReversed() : sorted;
  if (filter.group === 'none') return ordered.map((at) => ({ kind: 'function', at }));
  const groups = new Map<string, number[]>();
  for (const at of ordered) {
    const title = titleOf(data, judgement, filter.group, at);
    const group = groups.get(title);
    if (group) group.push(at);
    else groups.set(title, [at]);
  }
  return [...groups].flatMap(([title, group]): Row[] => [
    { kind: 'group', title, count: group.length },
    ...group.map((at): Row => ({ kind: 'function', at })),
  ]);
}

export function fileOf({ functions, files }: ReviewData, at: number): string {
  const site = functions[at]?.defined[0];
  return site === undefined ? '' : (files[site[0]] ?? '');
}

/** Every word must stand in the name, the file or the section. */
function search(data: ReviewData, query: string): readonly number[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = [...data.functions.keys()];
  if (words.length === 0) return all;
  return all.filter((at) => {
    const one = data.functions[at];
    const text = `${one?.name} ${fileOf(data, at)} ${one?.section ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function isOfStatus(status: Status, wanted: Filter['status']): boolean {
  return (
    wanted === 'all' || status === wanted || (wanted === 'open' && (status === 'unassigned' || status === 'suggested'))
  );
}

function isOfPart(part: string | null, wanted: string | null): boolean {
  return wanted === null || (part ?? '') === wanted;
}

function keyOf(data: ReviewData, judgement: Judgement, sort: Sorting, at: number): string | number {
  const one = data.functions[at];
  switch (sort) {
    case 'header':
      return at;
    case 'name':
      return one?.name.toLowerCase() ?? '';
    case 'part':
      return judgement.partOf(at) === null ? data.parts.length : data.parts.indexOf(judgement.partOf(at) ?? '');
    case 'suggestion': {
      const suggestion = one?.suggestion;
      if (judgement.partOf(at) !== null) return 3;
      if (suggestion?.kind === 'certain') return -1e6;
      return suggestion?.kind === 'likely' ? -suggestion.margin : suggestion?.kind === 'contradicted' ? 1 : 2;
    }
    case 'file':
      return fileOf(data, at) || '\uffff';
    case 'section':
      return one?.section ?? '\uffff';
  }
}

function sortBy(list: readonly number[], key: (at: number) => string | number): readonly number[] {
  const keys = new Map(list.map((at) => [at, key(at)]));
  return list.toSorted((a, b) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}

function titleOf(data: ReviewData, judgement: Judgement, group: Grouping, at: number): string {
  switch (group) {
    case 'section':
      return data.functions[at]?.section ?? 'In no section';
    case 'file':
      return fileOf(data, at) || 'Defined nowhere in the tree';
    case 'part':
      return judgement.partOf(at) ?? 'Without part';
    case 'status':
      return statusTitles[statuses.indexOf(judgement.statusOf(at))] ?? '';
    case 'none':
      return '';
  }
}

export const statusTitles = ['Unassigned', 'Suggested', 'Contradicted', 'Assigned'];
