import type { Placement } from '../manifest/manifest.ts';
import { type FunctionBody, readBody } from '../model/bodies/function-body.ts';
import type { BodyVocabulary } from '../model/bodies/local-declaration.ts';
import type { Span } from '../text/span.ts';
import { insertStatement } from './assertion-layout.ts';
import { checkEditedBody, type ReadBy, type StatementEdit } from './check-edited-body.ts';

export type PlacedAssertion = {
  readonly edit: StatementEdit;
  /** The end of what it stands behind. */
  readonly at: number;
  readonly read: FunctionBody;
  readonly readBy: ReadBy;
};

/**
 * Where a statement goes into a body that lacks it: behind the leading declarations, or with `first` before them. Where
 * the edited body then reads otherwise than it should, it goes before the last of them, and so on, and at last directly
 * behind the `{`. Null when it has no place even there.
 */
export async function placeAssertion(
  text: string,
  body: Span,
  statement: string,
  { vocabulary, placement }: { readonly vocabulary: BodyVocabulary; readonly placement: Placement },
): Promise<PlacedAssertion | null> {
  const read = readBody(text, body, vocabulary);
  const ends = placement === 'first' ? [] : read.ends.slice(-MOST_TRIED).reverse();
  for (const at of [...ends, read.openEnd]) {
    const edit = insertStatement(text, read, at, statement);
    const readBy = await checkEditedBody(text, body, [edit], vocabulary.annotations);
    if (readBy !== null) return { edit, at, read, readBy };
  }
  return null;
}

/** Each costs a reading of the whole body. */
const MOST_TRIED = 8;
