import type { YamlEntry, YamlNode } from '../yaml/yaml-node.ts';

/** The offset of the first byte of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the line end that follows `offset`; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The blanks at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  return /[ \t]*/y.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** The line end of the line that holds `offset`; on a last line without one, that of the first line. */
export function lineEndAt(text: string, offset: number): '\n' | '\r\n' {
  const newline = text.indexOf('\n', offset);
  const seen = newline < 0 ? text.indexOf('\n') : newline;
  return text[seen - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the last thing that an entry holds ends: behind its value, or behind the colon where it has none. */
export function entryEnd(text: string, { keySpan, value }: YamlEntry): number {
  if (value.span.start === value.span.end) return Math.max(keySpan.end, withoutBlanks(text, value.span.start));
  return nodeEnd(text, value);
}

/**
 * Where a node ends. A block scalar ends with its last line that is not blank, unless it keeps the blank ones (`|+`):
 * then they are part of it, and its last line end alone is left out.
 */
export function nodeEnd(text: string, node: YamlNode): number {
  const { start, end } = node.span;
  if (node.kind === 'scalar' && keepsBlankLines(text, node)) return text[end - 1] === '\n' ? end - 1 : end;
  if (node.kind === 'map' && !isFlow(text, node)) {
    const last = node.entries.at(-1);
    if (last) return entryEnd(text, last);
  }
  // Not `trimEnd`: among bytes, what it takes for a blank may be the last of a letter.
  return start + text.slice(start, end).replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '').length;
}

/** Whether blank lines below the node are part of its last scalar. */
export function keepsBlankLines(text: string, node: YamlNode): boolean {
  if (node.kind === 'map') {
    const last = node.entries.at(-1);
    return last !== undefined && keepsBlankLines(text, last.value);
  }
  return node.kind === 'scalar' && /[|>]\d?\+/y.test(text.slice(node.span.start, node.span.end));
}

export function isFlow(text: string, node: YamlNode): boolean {
  return text[node.span.start] === '{' || text[node.span.start] === '[';
}

function withoutBlanks(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}
