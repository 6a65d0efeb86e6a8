/**
 * Text that cannot lie about its order or hide in it: control characters, bidirectional overrides and marks, zero-width
 * and other invisible format characters, and halves of surrogate pairs become `‹U+202E›`. Newlines and tabs stay.
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `‹U+${numberOf(character)}›`);
}

/** A soft hyphen and what joins letters of a script or an emoji are hidden too: in C they have no business. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function numberOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
