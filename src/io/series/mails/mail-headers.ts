/**
 * A mail whose subject and addresses are ASCII: what is not is written in encoded words (RFC 2047). git encodes the
 * subjects of commits and the names of authors, and copies everything else.
 */
export function encodeHeaders(mail: string): string {
  const end = mail.indexOf('\n\n');
  if (isAscii(mail.slice(0, end))) return mail;
  // git quotes the sender of a cover letter; quotes do not hold in an encoded word.
  const headers = mail
    .slice(0, end)
    .replace(/^From: .*>(?=\n|$)/m, (line) =>
      isAscii(line) ? line : `From: ${encodeAddress(decoded(line.slice(6)))}`,
    );
  const lines = headers.split('\n').map((line) => {
    const name = /^[A-Za-z-]+: | +/.exec(line)?.[0] ?? '';
    return isAscii(line) ? line : `${name}${encodeText(line.slice(name.length), name.length)}`;
  });
  return `${lines.join('\n')}${mail.slice(end)}`;
}

function decoded(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Bytes (latin1) of UTF-8 as header text; `column` is where on its line it will begin. */
export function encodeText(text: string, column: number): string {
  const words = text.split(' ');
  const first = words.findIndex((word) => !isAscii(word));
  if (first < 0) return text;
  const last = words.findLastIndex((word) => !isAscii(word));
  // The space between two encoded words is not part of the text, so words between two that need it are encoded as well.
  const before = words.slice(0, first).map((word) => `${word} `);
  const after = words.slice(last + 1).map((word) => ` ${word}`);
  const at = column + before.join('').length;
  return `${before.join('')}${encodedWords(words.slice(first, last + 1).join(' '), at)}${after.join('')}`;
}

/**
 * Addresses as a user types them (any Unicode, one or a list with commas) with encoded names, or names in quotes where
 * they hold a comma. What is no address stays as it is.
 */
export function encodeAddress(typed: string): string {
  return addressesIn(typed).map(encodeOne).join(', ');
}

/** A comma parts two addresses unless it stands in quotes or in a name: before it, too, there is an `@` then. */
function addressesIn(typed: string): readonly string[] {
  const pieces = typed.match(/(?:\\.|"(?:\\.|[^"\\])*"|<[^<>]*>|[^,])+/g) ?? [typed];
  const addresses: string[] = [];
  let begun = '';
  for (const piece of pieces) {
    begun = begun === '' ? piece : `${begun},${piece}`;
    if (!piece.replace(/\\["\\]|"(?:\\.|[^"\\])*"/g, '').includes('@')) continue;
    addresses.push(begun.trim());
    begun = '';
  }
  return begun.trim() === '' ? addresses : [...addresses, begun.trim()];
}

function encodeOne(address: string): string {
  const [, before, bare] = /^(.*)(<[^<>]*>)$/s.exec(address) ?? [];
  if (before === undefined || bare === undefined) return address;
  const spelt = before.trimEnd();
  if (isAscii(spelt)) {
    const isQuoted = /^"(?:\\.|[^"\\])*"$/.test(spelt) || !spelt.includes(',');
    return isQuoted ? address : `"${spelt.replace(/["\\]/g, '\\$&')}" ${bare}`;
  }
  const name = spelt.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');
  return `${encodedWords(Buffer.from(name, 'utf8').toString('latin1'), 0)} ${bare}`;
}

/** A header whose lines are folded at spaces where they are longer than 78 columns. */
export function foldHeader(header: string): string {
  return header.split('\n ').flatMap(foldLine).join('\n ');
}

function foldLine(line: string, at: number): readonly string[] {
  const folded: string[] = [];
  let current: string | null = null;
  for (const word of line.split(' ')) {
    const indent = at + folded.length === 0 ? 0 : 1;
    if (current !== null && indent + current.length + 1 + word.length > LONGEST_LINE) {
      folded.push(current);
      current = word;
    } else current = current === null ? word : `${current} ${word}`;
  }
  return [...folded, current ?? ''];
}

const LONGEST_LINE = 78;
/** Of one encoded word with its frame, `=?UTF-8?q?` and `?=`, as RFC 2047 has it. */
const LONGEST_WORD = 75;
const FRAME = 12;

function encodedWords(bytes: string, column: number): string {
  // Each word must decode on its own, so characters are never cut.
  const characters = bytes.match(/[\xc0-\xff][\x80-\xbf]*|[\s\S]/g) ?? [];
  const words: string[] = [];
  let room = Math.max(LONGEST_WORD - FRAME - column, 16);
  let word = '';
  for (const character of characters.map(quotedCharacter)) {
    if (word.length + character.length > room) {
      words.push(word);
      word = '';
      room = LONGEST_WORD - FRAME;
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?q?${one}?=`).join('\n ');
}

/** What may stand bare is what RFC 2047 allows in a name. */
function quotedCharacter(character: string): string {
  return character.replace(/[^A-Za-z0-9!*+/-]/g, (byte) => `=${hex(byte)}`);
}

/** Two digits, upper case. */
export function hex(byte: string): string {
  return byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

export function isAscii(bytes: string): boolean {
  return !/[^\0-\x7f]/.test(bytes);
}
