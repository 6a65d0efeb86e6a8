import type { Annotations } from '../parse/declarations/annotations.ts';
import { type Segment, segment } from '../parse/segment.ts';
import { lex } from '../parse/tokens/lex.ts';
import type { Token } from '../parse/tokens/token.ts';

export type TopLevel = { readonly tokens: readonly Token[]; readonly nodes: readonly Segment[] };

/**
 * The tokens and the top level of a source file (latin1). What was read last is remembered: of a file whose functions are
 * asserted the search for these, its includes and its assertions each ask. The text and the annotations decide alone, so
 * nothing goes stale.
 */
export function readTopLevel(text: string, annotations: Annotations): TopLevel {
  const at = remembered.findIndex((one) => one.text === text && isSame(one.annotations, annotations));
  const [known] = at < 0 ? [] : remembered.splice(at, 1);
  const one = known ?? read(text, annotations);
  if (text.length > MOST_BYTES) return one.level;
  remembered.push(one);
  let bytes = remembered.reduce((sum, { text: { length } }) => sum + length, 0);
  while (bytes > MOST_BYTES) bytes -= remembered.shift()?.text.length ?? bytes;
  return one.level;
}

type Read = { readonly text: string; readonly annotations: Annotations; readonly level: TopLevel };

/** The newest last. */
const remembered: Read[] = [];

/** Of texts, in all: their tokens take twelve times as much. */
const MOST_BYTES = 1 << 21;

function read(text: string, annotations: Annotations): Read {
  const tokens = lex(text);
  return { text, annotations, level: { tokens, nodes: segment(text, tokens, annotations, []) } };
}

function isSame(some: Annotations, others: Annotations): boolean {
  const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a === b || (a.size === b.size && [...a].every((name) => b.has(name)));
  return (
    isSameSet(some.known, others.known) && isSameSet(some.types, others.types) && isSameSet(some.bodies, others.bodies)
  );
}
