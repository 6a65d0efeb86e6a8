import type { Manifest } from '../manifest/manifest.ts';
import { findStatements, isSameStatement } from '../model/body-assertions.ts';
import { findDefinitions } from '../model/definitions.ts';
import type { Annotations } from '../parse/annotations.ts';
import type { FoundDefinition } from '../plan/definition-search.ts';
import type { Span } from '../text/span.ts';
import type { IncludeNeed } from './include-insertion.ts';

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

/** The assertions in the bodies of functions that need includes, those left out that stood there in `original` already. */
export function assertionSpans(
  text: string,
  original: string | null,
  needs: readonly IncludeNeed[],
  annotations: Annotations,
): readonly Span[] {
  const names = new Set(needs.flatMap(({ functions }) => [...functions.keys()]));
  const statements = [...new Set(needs.flatMap(({ functions }) => [...functions.values()]))];
  const standing = (within: string) =>
    findDefinitions(within, names, annotations).definitions.flatMap(({ name, body }) =>
      findStatements(within, body, statements).map((one) => ({ name, ...one })),
    );
  const older = original === null ? [] : standing(original);
  return standing(text)
    .filter(
      (one) => !older.some(({ name, statement }) => name === one.name && isSameStatement(statement, one.statement)),
    )
    .map((one) => one.span);
}
