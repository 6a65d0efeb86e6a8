import type { Header, Item } from '../../model/header.ts';
import { type Definitions, expandCall } from '../../parse/brackets/expand-macro.ts';
import { isMacroCased } from '../../parse/declarations/declarator.ts';
import { spellingOf } from '../../parse/macro-call.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';

/** What the macro calls among some tokens make that uses `##`: `CAT(V_, one)` uses `V_one`, which nothing there spells out. */
export type Pasted = {
  /** All names that the calls come by. */
  readonly names: ReadonlySet<string>;
  /** By the offset of its macro's name, what each call becomes. */
  readonly texts: ReadonlyMap<number, readonly string[]>;
};

/** Null when the calls of a header grow too long to be followed. */
export type Paste = (tokens: readonly Token[]) => Pasted | null;

/** Characters that are made of all calls of a header together. */
const MOST_MADE = 2_000_000;

/** @param definitions Those of the header and of what it includes. */
export function paster({ source: { text }, items }: Header, definitions: Definitions): Paste {
  const isPasting = pastingMacros(text, items, definitions);
  let made = 0;
  return (tokens) => {
    let pasted: { names: Set<string>; texts: Map<number, string[]> } | null = null;
    for (const [at, token] of tokens.entries()) {
      const name = token.kind === 'identifier' ? tokenText(text, token) : '';
      if (name === '' || !isPasting(name, isPunctuator(text, tokens[at + 1], '('))) continue;
      const call = callAt(text, tokens, at);
      for (const definition of definitions(name)) {
        pasted ??= { names: new Set(), texts: new Map() };
        const { names, texts } = pasted;
        const expanded = expandCall(call, definition, (other) => {
          names.add(other);
          return definitions(other);
        });
        made += call.length + (expanded?.length ?? MOST_MADE / 100);
        if (made > MOST_MADE) return null;
        if (expanded !== null) texts.set(token.start, [...(texts.get(token.start) ?? []), expanded]);
      }
    }
    return pasted ?? NOTHING;
  };
}

const NOTHING: Pasted = { names: new Set(), texts: new Map() };

/** Whether a call of a macro may make names. One from outside the header counts where it is called, not where it is named. */
function pastingMacros(
  text: string,
  items: readonly Item[],
  definitions: Definitions,
): (name: string, isCalled: boolean) => boolean {
  const own = new Map<string, boolean>();
  const users = new Map<string, string[]>();
  for (const { content } of items) {
    if (content.kind !== 'directive' || content.directive.kind !== 'define') continue;
    const { name, body } = content.directive;
    own.set(name, own.get(name) || body.some((token) => isPunctuator(text, token, '##')));
    for (const token of body) {
      if (token.kind !== 'identifier') continue;
      const word = tokenText(text, token);
      const known = users.get(word);
      if (known) known.push(name);
      else users.set(word, [name]);
    }
  }
  const isRedefining = mayMeanDifferentThings(text, items);
  const known = new Map<string, boolean>();
  const outside = (name: string): boolean => {
    if (own.has(name) || !(isRedefining || isMacroCased(name))) return false;
    const pastes = known.get(name) ?? pastesOutside(name, definitions);
    known.set(name, pastes);
    return pastes;
  };
  const pasting = new Set([...own].flatMap(([name, pastes]) => (pastes ? [name] : [])));
  for (const word of users.keys()) if (!isKeyword(word) && outside(word)) pasting.add(word);
  for (const name of pasting) for (const user of users.get(name) ?? []) pasting.add(user);
  return (name, isCalled) => pasting.has(name) || (isCalled && !isKeyword(name) && outside(name));
}

/** Whether the header says of one macro twice what it is: else a name means the same wherever it is used. */
function mayMeanDifferentThings(text: string, items: readonly Item[]): boolean {
  const seen = new Set<string>();
  return items.some(({ tokens, content }) =>
    tokens.some((token) => {
      if (token.kind !== 'directive' || content.kind === 'disabled') return false;
      const directive = parseDirective(text, token);
      if (directive.kind === 'undef') return true;
      if (directive.kind !== 'define') return false;
      const isAgain = seen.has(directive.name);
      seen.add(directive.name);
      return isAgain;
    }),
  );
}

/** Macros that a macro from outside consists of are looked at up to this number. */
const MOST_INSIDE = 32;

function pastesOutside(name: string, definitions: Definitions): boolean {
  const names = new Set([name]);
  for (const one of names) {
    for (const { body } of definitions(one)) {
      if (body.includes('##')) return true;
      for (const token of lex(body)) {
        if (token.kind === 'identifier' && names.size < MOST_INSIDE) names.add(tokenText(body, token));
      }
    }
  }
  return false;
}

/** The macro at token `at`, with its arguments if it is followed by any. */
function callAt(text: string, tokens: readonly Token[], at: number): string {
  let depth = 0;
  let end = at + 1;
  if (isPunctuator(text, tokens[end], '(')) {
    for (; end < tokens.length; end++) {
      if (isPunctuator(text, tokens[end], '(')) depth++;
      if (isPunctuator(text, tokens[end], ')') && --depth === 0) break;
    }
    end++;
  }
  return spellingOf(text, tokens.slice(at, end));
}
