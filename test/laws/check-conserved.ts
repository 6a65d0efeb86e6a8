import { deepStrictEqual } from 'node:assert';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { commentsIn, conservedTokens, countTokens, guardIn, isSubsequence, logicalLines } from './token-count.ts';

/** Law 1 between a header and the files that it became (path -> text, no assertions in them yet), counted anew. */
export function checkConserved(header: string, files: ReadonlyMap<string, string>, manifest: Manifest): void {
  const brackets = manifest.brackets.flat();
  const before = conservedTokens(header, brackets);
  const guard = guardIn(logicalLines(header));
  const after = [...files].map(([path, text]) => ({
    path,
    tokens: conservedTokens(path === manifest.header.value ? text : withoutDefinition(text, guard), brackets),
  }));
  deepStrictEqual(countTokens(after.flatMap(({ tokens }) => tokens)), countTokens(before));
  const sectioned = new Set(manifest.parts.filter((part) => part.into !== null).map((part) => part.file));
  const reordered = after.filter(({ path, tokens }) => !sectioned.has(path) && !isSubsequence(tokens, before));
  deepStrictEqual(
    reordered.map(({ path }) => path),
    [],
  );
  const all = [...files.values()].join('\n');
  deepStrictEqual(
    commentsIn(header).filter((comment) => !all.includes(comment)),
    [],
  );
}

/** The law leaves guards out: a part may define the header's own, once, where files that it includes insist on it. */
function withoutDefinition(part: string, guard: string | null): string {
  return guard === null ? part : part.replace(new RegExp(`^#define ${guard}$\n`, 'm'), '');
}
