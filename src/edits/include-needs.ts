import type { Manifest } from '../manifest/manifest.ts';
import { type FoundStatement, findStatements, withoutFirst } from '../model/bodies/body-assertions.ts';
import { findDefinitions } from '../model/bodies/definitions.ts';
import type { Annotations } from '../parse/declarations/annotations.ts';
import type { FoundDefinition } from '../plan/definitions/definition-search.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { IncludeNeed } from './add-include-to-source.ts';

/** What the assertions of a file's definitions need included, in the order of the parts that ask for it. */
export function includeNeeds(manifest: Manifest, found: readonly FoundDefinition[]): readonly IncludeNeed[] {
  const paths = new Set(manifest.parts.flatMap((part) => part.assertInclude ?? []));
  return [...paths].flatMap((path) => {
    const asking = found.filter(({ part, isAsserted }) => isAsserted && part.assertInclude === path);
    const functions = asking.flatMap(({ definition, part }): [string, string][] =>
      part.assert === null ? [] : [[definition.name, part.assert]],
    );
    return functions.length === 0 ? [] : [{ path, functions: new Map(functions) }];
  });
}

export function isSameNeeds(some: readonly IncludeNeed[], others: readonly IncludeNeed[]): boolean {
  const told = (needs: readonly IncludeNeed[]): string =>
    JSON.stringify(needs.map(({ path, functions }) => [path, ...[...functions].sort(([a], [b]) => (a < b ? -1 : 1))]));
  return told(some) === told(others);
}

/**
 * A text in which the assertions in the bodies of functions that need includes are blanks, those aside that stood there
 * before the split: what the tool put in does not show that a file can do without the include.
 */
export function withoutOwnAssertions(
  text: string,
  needs: readonly IncludeNeed[],
  annotations: Annotations,
  before: (name: string) => (statement: string) => number,
): string {
  if (needs.length === 0) return text;
  const names = new Set(needs.flatMap(({ functions }) => [...functions.keys()]));
  const statements = [...new Set(needs.flatMap(({ functions }) => [...functions.values()]))];
  const hidden = findDefinitions(text, names, annotations).definitions.flatMap(({ name, body }) =>
    withoutFirst(findStatements(text, body, statements), before(name)),
  );
  const blank = ({ span }: FoundStatement): TextEdit => ({
    span,
    insert: text.slice(span.start, span.end).replaceAll(/[^\r\n]/g, ' '),
  });
  return applyEdits(text, hidden.map(blank));
}
