import type { Item } from '../../model/header.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/** What a member defines beside itself, a type, enumerators, a macro, is there for the members below it alone. */
export function innerNeeds({ definition, body, units, order }: Reordered): readonly OrderReason[] {
  const { text } = body.header.source;
  const rank = new Map(order.map((unit, at) => [unit, at]));
  const words = units.map(({ items }) => new Set(items.flatMap((item) => wordsIn(text, item))));
  const found: OrderReason[] = [];
  units.forEach((unit, at) => {
    const defined = unit.items.flatMap((item) => definedIn(text, item)).filter((name) => !unit.names.includes(name));
    for (const name of defined) {
      const user = words.findIndex((own, other) => other !== at && own.has(name) && changesSides(at, other, rank));
      const [item] = units[user]?.items ?? [];
      if (item)
        found.push({
          why: `this needs ${name}, which another member defines`,
          place: placeOf(definition.source, item.span),
        });
    }
  });
  return [...found, ...conditionsChanged(definition.source, body.header.source.text, units)];
}

function changesSides(a: number, b: number, rank: ReadonlyMap<number, number>): boolean {
  return a < b !== (rank.get(a) ?? 0) < (rank.get(b) ?? 0);
}

/** Tags, enumerators and macros. */
function definedIn(text: string, { content, tokens }: Item): readonly string[] {
  if (content.kind === 'directive') return content.directive.kind === 'define' ? [content.directive.name] : [];
  if (content.kind !== 'declaration' || !tokens.some((token) => tokenText(text, token) === '{')) return [];
  return content.declaration.others.map(({ name }) => name);
}

function wordsIn(text: string, { tokens, span, content }: Item): readonly string[] {
  if (content.kind === 'directive') return wordsOf(text.slice(span.start, span.end));
  return tokens.flatMap((token) => (token.kind === 'identifier' ? [tokenText(text, token)] : []));
}

/** A macro that the struct defines, and that a condition inside it asks for. */
function conditionsChanged(
  source: Reordered['definition']['source'],
  text: string,
  units: Reordered['units'],
): readonly OrderReason[] {
  const conditions = text.match(/^[ \t]*#[ \t]*(?:el)?if.*$/gm) ?? [];
  return units.flatMap(({ items }) =>
    items.flatMap(({ content }) => {
      if (content.kind !== 'directive') return [];
      const { directive } = content;
      if (directive.kind !== 'define' && directive.kind !== 'undef') return [];
      const isAsked = conditions.some((line) => wordsOf(line).includes(directive.name));
      return isAsked
        ? [{ why: `a condition inside it asks for ${directive.name}`, place: placeOf(source, directive.span) }]
        : [];
    }),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
