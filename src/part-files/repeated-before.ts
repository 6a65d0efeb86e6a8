import type { Header } from '../model/header.ts';
import { doubledInOneFile } from '../plan/doubled-functions.ts';
import { functionsByName } from '../plan/functions-by-name.ts';

/**
 * How many declarations of a function said again what one before had said, before the header was split. Null where
 * nobody can tell.
 */
export type RepeatedBefore = (name: string) => number | null;

export const repeatedNotKnown: RepeatedBefore = () => null;

/** Counts in headers: the whole one, or the files of a split as they stand. */
export function repeatedIn(headers: Iterable<Header>): RepeatedBefore {
  const functions = functionsByName(headers);
  return (name) => doubledInOneFile(name, functions.get(name) ?? []).length;
}
