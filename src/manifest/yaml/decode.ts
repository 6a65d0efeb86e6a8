import type { Finding } from '../finding.ts';
import { finding } from '../finding.ts';

/** A manifest as text, and the way back from its indices (UTF-16 units) to byte offsets. */
export type Decoded = { readonly text: string; readonly byteAt: (index: number) => number };

/**
 * Reads bytes (latin1) as UTF-8, a byte order mark included. What is not UTF-8 is a finding, and then read as latin1, so
 * that the other findings still come.
 */
export function decodeUtf8(bytes: string): { readonly decoded: Decoded; readonly findings: readonly Finding[] } {
  if (!/[\x80-\xff]/.test(bytes)) return { decoded: { text: bytes, byteAt: (index) => index }, findings: [] };
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  const bad = firstBadByte(bytes, Buffer.from(text, 'utf8').toString('latin1'));
  if (bad === null) return { decoded: { text, byteAt: byteOffsets(text) }, findings: [] };
  const at = { start: bad, end: bad + 1 };
  const code = bytes.charCodeAt(bad).toString(16).toUpperCase();
  return {
    decoded: { text: bytes, byteAt: (index) => index },
    findings: [finding('manifest-not-text', `byte 0x${code} is not UTF-8`, at)],
  };
}

/** Where the bytes and their decoded and encoded form part; null when they are equal. */
function firstBadByte(bytes: string, again: string): number | null {
  if (bytes === again) return null;
  let at = 0;
  while (bytes[at] === again[at]) at += 1;
  // The form encoded again has U+FFFD (EF BF BD) there, with which the bad sequence may share its first bytes.
  if (bytes.slice(at - 2, at) === '\xef\xbf') return at - 2;
  return bytes[at - 1] === '\xef' ? at - 1 : at;
}

function byteOffsets(text: string): (index: number) => number {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = bytes;
    bytes += utf8Length(text.charCodeAt(index));
  }
  offsets[text.length] = bytes;
  return (index) => offsets[Math.min(index, text.length)] ?? bytes;
}

/** Bytes that a UTF-16 unit stands for; the two halves of a surrogate pair count two each. */
function utf8Length(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) return 2;
  return 3;
}
