import { hex, isAscii } from './mail-headers.ts';

/**
 * A mail that keeps its bytes on the way through a mail server and `git am`. One with CR, lines that are too long for a
 * server, bytes that are no UTF-8, or lines that would begin another mail becomes quoted-printable, which `git am`
 * reads; any other stays readable as it is, with a header that says so where it is not ASCII.
 */
export function encodeForTransport(mail: string): string {
  const end = mail.indexOf('\n\n');
  const [headers, body] = [mail.slice(0, end), mail.slice(end + 2)];
  if (needsEncoding(body)) return `${withEncoding(headers, 'quoted-printable')}\n\n${quotedPrintable(body)}`;
  return isAscii(body) ? mail : `${withEncoding(headers, '8bit')}\n\n${body}`;
}

/** Bytes in a line without its end: RFC 5322. */
const LONGEST_LINE = 998;
/** Of encoded text: RFC 2045. */
const LONGEST_ENCODED = 76;

function needsEncoding(body: string): boolean {
  if (/[\r\0]|^From /m.test(body)) return true;
  if (body.split('\n').some((line) => line.length > LONGEST_LINE)) return true;
  return !isAscii(body) && !isUtf8(body);
}

/** Of bytes (latin1). */
export function isUtf8(bytes: string): boolean {
  return Buffer.from(Buffer.from(bytes, 'latin1').toString('utf8'), 'utf8').toString('latin1') === bytes;
}

function withEncoding(headers: string, encoding: 'quoted-printable' | '8bit'): string {
  const line = `Content-Transfer-Encoding: ${encoding}`;
  if (/^Content-Transfer-Encoding: /m.test(headers)) {
    return headers.replace(/^Content-Transfer-Encoding: .*$/m, line);
  }
  return `${headers}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n${line}`;
}

function quotedPrintable(body: string): string {
  return body.split('\n').map(encodeLine).join('\n');
}

function encodeLine(line: string): string {
  const encoded = line
    .replace(/[^\t\x20-\x3c\x3e-\x7e]/g, (byte) => `=${hex(byte)}`)
    .replace(/[\t ]$/, (byte) => `=${hex(byte)}`)
    // A server may take a lone dot for the end, and a mailbox `From` for the next mail.
    .replace(/^From /, '=46rom ')
    .replace(/^\.$/, '=2E');
  const pieces: string[] = [];
  let rest = encoded;
  while (rest.length > LONGEST_ENCODED) {
    const cut = rest.slice(0, LONGEST_ENCODED - 1).replace(/=[0-9A-F]?$/, '').length;
    pieces.push(`${rest.slice(0, cut)}=`);
    rest = rest.slice(cut);
  }
  return [...pieces, rest].join('\n');
}
