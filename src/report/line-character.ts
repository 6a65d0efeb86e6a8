import type { Place } from '../text/place.ts';

/** One code point of a source line with the bytes that it takes in the file. */
export type LineCharacter = {
  readonly text: string;
  /** 1-based byte column of its first byte. */
  readonly column: number;
  /** Byte column after its last byte. */
  readonly endColumn: number;
};

/**
 * The characters of a line as a `Place` holds it, with byte columns. The line is taken to be UTF-8 in its file: of a
 * latin1 line with bytes above 0x7f the columns after the first of those are off, which moves a caret and nothing else.
 */
export function charactersOf({ sourceLine, sourceColumn }: Shown): readonly LineCharacter[] {
  const characters: LineCharacter[] = [];
  let column = sourceColumn;
  for (const text of sourceLine) {
    const endColumn = column + utf8Length(text.codePointAt(0) ?? 0);
    characters.push({ text, column, endColumn });
    column = endColumn;
  }
  return characters;
}

type Shown = Pick<Place, 'sourceLine' | 'sourceColumn'>;

/** The 1-based column in UTF-16 units of a byte column; what lies outside the place's line counts one unit a byte. */
export function utf16Column(line: Shown, byteColumn: number): number {
  let units = line.sourceColumn;
  let endColumn = line.sourceColumn;
  for (const character of charactersOf(line)) {
    if (character.endColumn > byteColumn) return units;
    units += character.text.length;
    endColumn = character.endColumn;
  }
  return units + (byteColumn - endColumn);
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
