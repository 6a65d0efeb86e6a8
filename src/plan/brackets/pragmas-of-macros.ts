import type { Header, Item } from '../../model/header.ts';
import type { Mark } from '../../parse/brackets/bracket-marks.ts';
import { type Definitions, expandCall } from '../../parse/brackets/expand-macro.ts';
import { bracketPragmasIn } from '../../parse/brackets/pragma-meaning.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';

/** One end of a pragma's bracket, and the macro that it comes from. */
export type MacroPragma = Mark & { readonly macro: string };

/**
 * The macros in a declaration that open or close a pragma's bracket whose other end is not in the same declaration, as
 * `HIDE int f(void);`. Those about warnings do not count. A macro that several files
 * define does what any of its definitions does.
 */
export function pragmasOfMacros({ source }: Header, item: Item, definitions: Definitions): readonly MacroPragma[] {
  if (item.content.kind === 'directive') return [];
  const { text } = source;
  const open: MacroPragma[] = [];
  const close: MacroPragma[] = [];
  item.tokens.forEach((token, at) => {
    if (token.kind !== 'identifier') return;
    const macro = tokenText(text, token);
    if (!reachesPragma(macro, definitions)) return;
    const call = text.slice(token.start, endOfCall(text, item.tokens, at));
    const made = definitions(macro).map((one) => bracketPragmasIn(expandCall(call, one, definitions) ?? ''));
    for (const { role, bracket } of made.find((marks) => marks.length > 0) ?? []) {
      if (ABOUT_WARNINGS.test(bracket)) continue;
      if (role === 'open') open.push({ macro, role, bracket });
      else if (open.at(-1)?.bracket === bracket) open.pop();
      else close.push({ macro, role, bracket });
    }
  });
  return [...close, ...open];
}

const ABOUT_WARNINGS = /^pragma (?:diagnostic|warning)/;

const known = new WeakMap<Definitions, Map<string, boolean>>();

/** Whether a macro's definitions lead to `_Pragma`. */
function reachesPragma(name: string, definitions: Definitions): boolean {
  const answers = known.get(definitions) ?? new Map<string, boolean>();
  known.set(definitions, answers);
  const before = answers.get(name);
  if (before !== undefined) return before;
  // A macro that is asked for again while it is read is hidden in itself.
  answers.set(name, false);
  const bodies = definitions(name).map(({ body }) => body);
  const reaches = bodies.some(
    (body) =>
      /\b(?:_Pragma|__pragma)\b/.test(body) ||
      (body.match(/[A-Za-z_$][\w$]*/g) ?? []).some((word) => reachesPragma(word, definitions)),
  );
  answers.set(name, reaches);
  return reaches;
}

function endOfCall(text: string, tokens: readonly Token[], at: number): number {
  const own = tokens[at]?.end ?? 0;
  if (!isPunctuator(text, tokens[at + 1], '(')) return own;
  let depth = 0;
  for (const token of tokens.slice(at + 1)) {
    if (isPunctuator(text, token, '(')) depth++;
    if (isPunctuator(text, token, ')') && --depth === 0) return token.end;
  }
  return own;
}
