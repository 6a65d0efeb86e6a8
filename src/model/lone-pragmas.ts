import { readPragmaOperator } from '../parse/brackets/pragma-operator.ts';
import type { Segment } from '../parse/segment.ts';
import { parseDirective } from '../parse/tokens/directive.ts';
import { lexRange } from '../parse/tokens/lex.ts';
import type { Span } from '../text/span.ts';
import { type Paired, pairBrackets, unpairedIn } from './pair-brackets.ts';

/**
 * Pairs brackets as `pairBrackets` does. A pragma that sets a state to a value of its own (`#pragma pack(8)`) need not be
 * undone: one that pairs with nothing is a pragma like any other, not half a bracket.
 */
export function pairWithLonePragmas(text: string, segments: readonly Segment[]): readonly Paired[] {
  const paired = pairBrackets(text, segments);
  const lone = unpairedIn(paired).filter(({ name }) => SETTING.has(name));
  if (lone.length === 0) return paired;
  const starts = new Set(lone.map(({ span }) => span.start));
  return pairBrackets(
    text,
    segments.map((one) => withPlain(text, one, starts, false)),
  );
}

const SETTING: ReadonlySet<string> = new Set([
  'pragma pack set',
  'pragma scalar_storage_order set',
  'pragma error_messages set',
]);

/** `starts`: where the marks begin that become plain, or conditionals that hold nothing but such. */
function withPlain(text: string, segment: Segment, starts: ReadonlySet<number>, isInside: boolean): Segment {
  const isPlain = isInside || starts.has(segment.span.start);
  switch (segment.kind) {
    case 'mark': {
      const words = isPlain && SETTING.has(segment.bracket) ? pragmaWords(text, segment.span) : null;
      return words
        ? { kind: 'directive', span: segment.span, directive: { kind: 'pragma', span: segment.span, words } }
        : segment;
    }
    case 'group': {
      const branches = segment.branches.map((branch) => ({
        ...branch,
        nodes: branch.nodes.map((node) => withPlain(text, node, starts, isPlain)),
      }));
      return { ...segment, branches };
    }
    default:
      return segment;
  }
}

/** Null for a macro that comes to one. */
function pragmaWords(text: string, { start, end }: Span): readonly string[] | null {
  if (!/^(?:#|%:|\?\?=)/.test(text.slice(start, start + 3)))
    return readPragmaOperator(text, lexRange(text, start, end), 0)?.words ?? null;
  const directive = parseDirective(text, { kind: 'directive', start, end });
  return directive.kind === 'pragma' ? directive.words : null;
}
