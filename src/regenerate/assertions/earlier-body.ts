import type { Definition } from '../../model/bodies/definitions.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import { isHeld, type Reassertion, reassertBody } from './reassert-body.ts';

/** A version of a file (latin1), and where it defines the functions in question. */
export type EarlierFile = { readonly text: string; readonly definitions: readonly Definition[] };

/**
 * The edit that takes an assertion's change back: to the body that an earlier version of the file has, where that holds
 * what is asked now, and the change from now to before makes of it, to the byte, the body of today. Null for any other.
 */
export async function takeBack(
  { path, text }: SourceText,
  { name, body }: { readonly name: string; readonly body: Span },
  { was, now, ...wishes }: Reassertion,
  earlier: EarlierFile,
): Promise<TextEdit | null> {
  const then = { path, text: earlier.text };
  for (const definition of earlier.definitions.filter((one) => one.name === name)) {
    const asWanted = await reassertBody(then, definition, { ...wishes, was: now, now });
    if (asWanted === 'older' || !isHeld(asWanted)) continue;
    const changed = await reassertBody(then, definition, { ...wishes, was: now, now: was });
    if (changed === 'older') continue;
    const after = applyEdits(earlier.text, changed.edits);
    const { start, end } = definition.body;
    if (after.slice(start, end + after.length - earlier.text.length) !== text.slice(body.start, body.end)) continue;
    return { span: body, insert: earlier.text.slice(start, end) };
  }
  return null;
}
