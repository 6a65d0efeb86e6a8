import { expect } from '@jest/globals';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { commentsIn, conservedTokens, countTokens, isSubsequence } from './token-count.ts';

/** Law 1 between a header and the files that it became (path -> text, no assertions in them yet), counted anew. */
export function checkConserved(header: string, files: ReadonlyMap<string, string>, manifest: Manifest): void {
  const brackets = manifest.brackets.flat();
  const before = conservedTokens(header, brackets);
  const after = [...files].map(([path, text]) => ({ path, tokens: conservedTokens(text, brackets) }));
  expect(countTokens(after.flatMap(({ tokens }) => tokens))).toEqual(countTokens(before));
  const sectioned = new Set(manifest.parts.filter((part) => part.into !== null).map((part) => part.file));
  const reordered = after.filter(({ path, tokens }) => !sectioned.has(path) && !isSubsequence(tokens, before));
  expect(reordered.map(({ path }) => path)).toEqual([]);
  const all = [...files.values()].join('\n');
  expect(commentsIn(header).filter((comment) => !all.includes(comment))).toEqual([]);
}
