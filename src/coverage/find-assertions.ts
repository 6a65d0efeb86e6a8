import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';

/** An assertion of a manifest that stands in the tree. */
export type StandingAssertion = {
  readonly name: string;
  readonly file: string;
  readonly part: string;
  readonly header: string;
  /** Of the function's name and of the assertion, from 1. */
  readonly line: number;
  readonly first: number;
  readonly last: number;
};

/** The assertions that stand; `read` gives a file of the tree. */
export function standingAssertions(
  manifest: Manifest,
  definitions: readonly DefinitionReport[],
  read: (path: string) => string | null,
): readonly StandingAssertion[] {
  const asserts = new Map(manifest.parts.map(({ name, assert }) => [name, assert]));
  return definitions.flatMap(({ name, file, line, part, action }): StandingAssertion[] => {
    const statement = asserts.get(part) ?? null;
    if (action !== 'present' || statement === null) return [];
    const found = linesOf(read(file) ?? '', line, statement);
    return found === null ? [] : [{ name, file, part, header: manifest.header.value, line, ...found }];
  });
}

/** The lines of the first such statement from a line on; white space does not count. */
function linesOf(
  text: string,
  from: number,
  statement: string,
): { readonly first: number; readonly last: number } | null {
  let start = 0;
  for (let line = 1; line < from; line++) start = text.indexOf('\n', start) + 1;
  const words = statement.trim().match(/[\w$]+|[^\w$\s]/g) ?? [];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
  const found = new RegExp(pattern).exec(text.slice(start));
  if (found === null) return null;
  const lines = (until: number): number => text.slice(start, until).split('\n').length - 1;
  const first = from + lines(start + found.index);
  return { first, last: from + lines(start + found.index + found[0].length) };
}
