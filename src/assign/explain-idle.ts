import { assertNever } from '../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { baseName } from '../text/file-path.ts';
import { nearestName } from '../text/nearest-name.ts';
import { bytesOfText } from '../text/source-text.ts';
import type { Assignment } from './assignment.ts';
import type { FunctionFacts } from './function-facts.ts';
import { textsToCompare } from './match-functions.ts';
import type { Criterion } from './text-matcher.ts';

/** Whoever has more of them means another header. */
const MOST_EXPLAINED = 20;

/** Names that are offered for a pattern. */
const MOST_OFFERED = 3;

/** Sections that are listed where none is near. */
const MOST_LISTED = 8;

/**
 * Findings about assignments that match no function, with the nearest names.
 *
 * @param others What the header declares besides functions.
 */
export function explainIdle(
  idle: readonly Assignment[],
  functions: readonly FunctionFacts[],
  others: ReadonlySet<string>,
): readonly Diagnostic[] {
  const shown = idle.slice(0, MOST_EXPLAINED).map((one) => explain(one, functions, others));
  const next = idle[MOST_EXPLAINED];
  if (next === undefined) return shown;
  const message = `${idle.length - MOST_EXPLAINED} more assignments match no function; this is the next`;
  return [...shown, diagnostic('assignment-idle', message, next.place)];
}

function explain(
  { by, pattern, place }: Assignment,
  functions: readonly FunctionFacts[],
  others: ReadonlySet<string>,
): Diagnostic {
  const texts = [...new Set(functions.flatMap((one) => textsToCompare(one, by)))];
  const finding = diagnostic('assignment-idle', `'${pattern}' ${predicates[by]}`, place);
  if (by === 'name' && others.has(bytesOfText(pattern)))
    return withNext(finding, 'It is not a function; assign it under `declarations` in the manifest.');
  if (by === 'name' && !pattern.startsWith('/') && /[|^$+\\]|\.[*+?]/.test(pattern))
    return withNext(finding, `A regular expression goes between slashes: \`/${pattern}/\`.`);
  const near = nearTo(by, pattern, texts);
  if (near.length > 0) return withNext(finding, `Did you mean ${near.join(', ')}?`);
  const next = whatThereIs(by, texts);
  return next === null ? finding : withNext(finding, next);
}

const predicates: Readonly<Record<Criterion, string>> = {
  name: 'matches no function of the header',
  file: "matches no file that defines one of the header's functions",
  section: 'matches no section of the header',
  type: 'is not a return type of any function of the header',
};

/** The texts nearest to a pattern, or that begin or end like what a glob with one star spells. */
function nearTo(by: Criterion, pattern: string, texts: readonly string[]): readonly string[] {
  if (/^\/.*\/i?$/s.test(pattern)) return [];
  const own = by === 'file' && !pattern.includes('/') ? texts.map(baseName) : texts;
  const stem = by === 'type' ? whole(pattern) : stemOf(pattern);
  const near = stem === null ? null : nearestName(stem.spelt, new Set(own.map(stem.cut)));
  const isNear = (text: string): boolean =>
    near === null ? text.toLowerCase().includes(pattern.toLowerCase()) : stem?.cut(text) === near;
  return [...new Set(own.filter(isNear))].slice(0, MOST_OFFERED);
}

/** What a pattern spells, and what a text has in that place. */
type Stem = { readonly spelt: string; readonly cut: (text: string) => string };

function whole(spelt: string): Stem {
  return { spelt, cut: (text) => text };
}

function stemOf(pattern: string): Stem | null {
  const [before = '', after, ...others] = pattern.split('*');
  if (after === undefined) return whole(pattern);
  if (others.length > 0 || (before !== '' && after !== '') || before === after) return null;
  if (after !== '') return { spelt: after, cut: (text) => text.slice(-after.length) };
  return { spelt: before, cut: (text) => text.slice(0, before.length) };
}

function whatThereIs(by: Criterion, texts: readonly string[]): string | null {
  switch (by) {
    case 'section':
      return texts.length === 0
        ? 'The header has no section titles above its functions.'
        : `The sections are ${texts.slice(0, MOST_LISTED).join('; ')}${texts.length > MOST_LISTED ? `; and ${texts.length - MOST_LISTED} more` : ''}.`;
    case 'name':
    case 'file':
    case 'type':
      return null;
    default:
      return assertNever(by);
  }
}
