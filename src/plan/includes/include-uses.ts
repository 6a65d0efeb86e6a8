import type { Header } from '../../model/header.ts';
import type { Tree } from '../../text/tree.ts';
import type { Uses } from '../names/names-used.ts';
import type { Placements } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { closureOf } from './include-graph.ts';
import { includedFile } from './included-file.ts';

/**
 * For each include that a rule moves, or that goes to the wrapper, by step: the macros of the header that the conditions
 * of its files test. A test made later than in the header may come out otherwise.
 */
export function usesOfMovedIncludes(
  header: Header,
  tree: Tree,
  facts: TreeFacts,
  uses: Uses,
  placements: Placements,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const item of header.items) {
    const placement = placements[item.index];
    if (placement?.target.kind !== 'wrapper' && placement?.by !== 'rule') continue;
    const file = includedFile(header, facts, item);
    if (file === null) continue;
    const tested = [...closureOf(facts.graph, file, header.source.path)].flatMap((one) =>
      testedIn(tree.read(one) ?? ''),
    );
    found.set(
      uses.stepOfItem[item.index] ?? -1,
      [...new Set(tested)].filter((name) => uses.events.has(name)),
    );
  }
  return found;
}

/** The identifiers in the conditions of a text. */
export function testedIn(text: string): readonly string[] {
  return [...text.matchAll(CONDITION)].flatMap((match) => match[0].match(/[A-Za-z_]\w*/g) ?? []);
}

const CONDITION = /^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif)\b(?:[^\n\\]|\\\r?\n|\\)*/gm;
