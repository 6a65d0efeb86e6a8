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
export function charactersOf(line: string): readonly LineCharacter[] {
  const characters: LineCharacter[] = [];
  let column = 1;
  for (const text of line) {
    const endColumn = column + utf8Length(text.codePointAt(0) ?? 0);
    characters.push({ text, column, endColumn });
    column = endColumn;
  }
  return characters;
}

/** The 1-based column in UTF-16 units of a byte column; what lies past the line's end counts one unit a byte. */
export function utf16Column(line: string, byteColumn: number): number {
  let units = 1;
  let endColumn = 1;
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
