import type { Header } from '../../model/header.ts';
import { openItems } from '../../model/open-items.ts';
import { isPunctuator } from '../../parse/tokens/token.ts';
import type { KnownMacros } from '../names/known-macros.ts';

/**
 * Of the macros that a header calls without `;`, those a call of which ends by itself: as the files that it includes define
 * them, as the header ends other calls of them, or, where no file says anything, as they are named.
 */
export function closedMacros(header: Header, known: KnownMacros): ReadonlySet<string> {
  const ended = new Set(header.items.flatMap((item) => endedCall(header, item.index)));
  const isClosed = (macro: string): boolean =>
    known.closed.has(macro) ||
    (!known.open.has(macro) &&
      !known.annotations.has(macro) &&
      (ended.has(macro) || DECLARING_NAME.test(macro) || BRACKET_NAME.test(macro)));
  const called = openItems(header, () => false).flatMap(({ macro }) => macro ?? []);
  return new Set(called.filter(isClosed));
}

/** `DECLARE_LIST`, `G_DEFINE_TYPE`, `MODULE_LICENSE`: what decorates is not named so. */
const DECLARING_NAME =
  /(?:^|_)(?:DECLARE|DEFINE|IMPLEMENT|INSTANTIATE|GENERATE|PROTOTYPE|MODULE|LICENSE|ASSERT|EXPORT_SYMBOL)(?:_|$)|^(?:Declare|Define)[A-Z]/i;

/** `PUSH_VISIBILITY`: one end of a bracket, whose other end stands further down. */
const BRACKET_NAME = /(?:^|_)(?:PUSH|POP|BEGIN|END|START|STOP|OPEN|CLOSE|ENTER|LEAVE)(?:_|$)/i;

/** The macro of a call that `;` ends. */
function endedCall({ source, items }: Header, index: number): readonly string[] {
  const item = items[index];
  if (item?.content.kind !== 'declaration' || item.content.declaration.kind !== 'macro-call') return [];
  const last = item.tokens.findLast((token) => token.kind !== 'comment');
  const name = item.content.declaration.others.at(-1)?.name;
  return name !== undefined && isPunctuator(source.text, last, ';') ? [name] : [];
}
