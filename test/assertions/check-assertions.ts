import { expect } from '@jest/globals';
import { assertBody } from '../../src/edits/assertion.ts';
import { findDefinitions } from '../../src/model/bodies/definitions.ts';
import { noMacros } from '../../src/model/bodies/file-macros.ts';
import { commonAnnotations } from '../../src/parse/declarations/annotations.ts';
import { applyEdits } from '../../src/text/text-edit.ts';

const vocabulary = { annotations: commonAnnotations, declarationMacros: ['REPORT_GUARD'], macros: noMacros };

export const ASSERT = 'assert(locked());';

/** Asserts in every definition of `f` in a C text, or with `assert: null` removes the assertion. */
export async function asserted(
  text: string,
  assert: string | null = ASSERT,
  known: readonly string[] = ['IO_CODE();'],
  placement: 'after-declarations' | 'first' = 'after-declarations',
): Promise<string> {
  const { definitions, unreadable } = findDefinitions(text, new Set(['f']), commonAnnotations);
  expect(unreadable).toEqual([]);
  const source = { path: 'f.c', text };
  const bodies = definitions.map((definition) =>
    assertBody(source, definition, { assert, known }, { vocabulary, placement, before: () => 0 }),
  );
  return applyEdits(
    text,
    (await Promise.all(bodies)).flatMap(({ edits }) => edits),
  );
}

/** The change of one text, and with it that doing it again changes nothing and that removing restores every byte. */
export async function checkAsserted(before: string, after: string): Promise<void> {
  const once = await asserted(before);
  expect(once).toBe(after);
  expect(await asserted(once)).toBe(once);
  expect(await asserted(once, null, [ASSERT])).toBe(before);
}
