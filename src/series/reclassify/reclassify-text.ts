import type { DefinitionReport } from '../../edits/assertion-changes.ts';
import type { Part } from '../../manifest/manifest.ts';
import { baseName } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import { type Asserted, asserted } from '../asserted.ts';
import { partTitle } from '../banner-title.ts';
import { topicOf } from '../subject-prefix.ts';
import { joinNames, SUBJECT_WIDTH, wrapLine } from '../wrap-text.ts';
import type { Reclassified } from './topics.ts';

/** The subject of a commit about some functions: `block-backend: classify blk_make_zero() as I/O`. */
export function reclassifySubject(
  functions: readonly Reclassified[],
  topic = topicOf([...new Set(functions.map(({ header }) => header))]),
): string {
  const prefix = `${topic}: `;
  const names = namesOf(functions);
  const verbs = functions.map(whatChanges);
  const isSame = verbs.every((verb) => verb('') === verbs[0]?.(''));
  const verb = isSame ? (verbs[0] ?? reclassify) : reclassify;
  const long = `${prefix}${verb(joinNames(names))}`;
  return long.length <= SUBJECT_WIDTH || names.length === 1
    ? long
    : `${prefix}${verb(`${names.length} ${nounOf(functions)}`)}`;
}

/**
 * Why, and what moves where; `definitions` are those that the commit changes, `copies` the comments that it duplicates.
 * Lines without a final newline.
 */
export function reclassifyBody(
  functions: readonly Reclassified[],
  definitions: readonly DefinitionReport[],
  copies = 0,
): readonly string[] {
  const reasons = [...new Set(functions.map(({ why }) => why))].flatMap((why) =>
    why === null ? [] : [sentence(named(why, namesOf(functions.filter((one) => one.why === why))))],
  );
  const moves = new Map<string, Reclassified[]>();
  for (const one of functions) {
    const key = [one.from.name, one.to.name, one.header, String(one.asserts), one.whyExempt ?? ''].join('\0');
    moves.set(key, [...(moves.get(key) ?? []), one]);
  }
  const isNamed = namesOf(functions).every((name) => reclassifySubject(functions).includes(name));
  const told = [...moves.values()].map((group) =>
    moveText(group, functions.length > group.length || !isNamed, definitions),
  );
  const copied = copies === 0 ? [] : [copies === 1 ? A_COPY : COPIES];
  return [...reasons, ...told, ...copied].flatMap((text, at) => [...(at === 0 ? [] : ['']), ...wrapLine(text)]);
}

const A_COPY = 'A comment that applies in several places is duplicated.';
const COPIES = 'Comments that apply in several places are duplicated.';

function moveText(group: readonly Reclassified[], isToName: boolean, definitions: readonly DefinitionReport[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { from, to, stays, asserts } = first;
  const names = new Set(group.map(({ name }) => name));
  const changed = definitions.filter(({ name }) => names.has(name));
  const what = isToName ? joinNames(namesOf(group)) : names.size === 1 ? 'it' : 'them';
  const [before, after] = [statementOf(from), asserts ? statementOf(to) : null];
  const has = (...actions: readonly string[]): boolean => changed.some(({ action }) => actions.includes(action));
  const assertion =
    after !== null && has('replace')
      ? replaceText(from, to)
      : after !== null && has('insert')
        ? addText(after)
        : has('remove')
          ? removeText(before)
          : null;
  if (stays) {
    const where = isToName
      ? ` ${assertion?.preposition} ${what}`
      : names.size === 1
        ? ''
        : ` ${assertion?.preposition} them`;
    return assertion === null
      ? `Nothing else changes for ${joinNames(namesOf(group))}.`
      : `${capital(assertion.text)}${where}.`;
  }
  const where =
    from.file === to.file
      ? `to the ${partTitle(to)} functions of ${baseName(to.file)}`
      : `from ${baseName(from.file)} to ${baseName(to.file)}`;
  const move = `Move ${what} ${where}${assertion === null ? '' : ` and ${assertion.text}`}.`;
  const statement = statementOf(to);
  return asserts || statement === null ? move : `${move} ${exemptText(first, statement, names.size > 1)}`;
}

/** What becomes of the statements of functions, as an imperative; `preposition` leads to the functions. */
type StatementChange = { readonly text: string; readonly preposition: 'in' | 'to' | 'from' };

function addText({ text, isExpression }: Asserted): StatementChange {
  return isExpression ? { text: `assert ${text}`, preposition: 'in' } : { text: `add ${text}`, preposition: 'to' };
}

function replaceText(from: Part, to: Part): StatementChange {
  const [before, after] = [statementOf(from), statementOf(to)];
  const isOfExpressions = before?.isExpression !== false && after?.isExpression === true;
  const text = isOfExpressions
    ? `assert ${after.text} instead of ${before?.text ?? 'nothing'}`
    : `replace ${call(from) ?? 'what it had'} with ${call(to)}`;
  return { text, preposition: 'in' };
}

function call({ assert }: Part): string | null {
  return assert === null ? null : displayText(assert).replace(/;\s*$/, '');
}

function removeText(before: Asserted | null): StatementChange {
  if (before === null || before.isExpression)
    return { text: `no longer assert ${before?.text ?? 'anything'}`, preposition: 'in' };
  return { text: `remove ${before.text}`, preposition: 'from' };
}

/** That functions which move do not assert what the others there do. */
function exemptText({ whyExempt }: Reclassified, statement: Asserted, areSeveral: boolean): string {
  const verb = statement.isExpression ? 'assert' : 'call';
  const text = `${areSeveral ? "They don't" : "It doesn't"} ${verb} ${statement.text}`;
  return whyExempt === null ? `${text}.` : sentence(`${text}: ${whyExempt.trim()}`);
}

/** What becomes of functions, as an imperative about them. */
function whatChanges({ to, stays, asserts }: Reclassified): (names: string) => string {
  if (!stays) return (names) => `classify ${names} as ${partTitle(to)}`;
  const statement = statementOf(to);
  if (statement === null || statement.isExpression)
    return asserts ? (names) => `assert in ${names}` : (names) => `don't assert in ${names}`;
  return asserts ? (names) => `add ${statement.text} to ${names}` : (names) => `remove ${statement.text} from ${names}`;
}

function nounOf(declared: readonly Reclassified[]): string {
  return declared.every(({ kind }) => kind === 'function') ? 'functions' : 'declarations';
}

const reclassify = (names: string): string => `reclassify ${names}`;

/** Several statements as they are written. */
function statementOf(part: Part): Asserted | null {
  const { assert } = part;
  if (assert === null) return null;
  return asserted(displayText(assert)) ?? { text: call(part) ?? '', isExpression: false };
}

function namesOf(functions: readonly Reclassified[]): readonly string[] {
  return functions.map(({ kind, name }) => `${displayText(name)}${kind === 'function' ? '()' : ''}`);
}

/** A reason that begins with `it`, with the function in its place: the subject is not part of the text. */
function named(why: string, [name = '', ...more]: readonly string[]): string {
  const it = /^it(?:'s (?=\w)| )/i.exec(why.trimStart());
  if (it === null) return why;
  const who = more.length > 0 ? 'each of these functions' : name;
  return `${who} ${it[0].includes("'") ? 'is ' : ''}${why.trimStart().slice(it[0].length)}`;
}

/** A reason as a manifest has it, as a sentence: a word with a capital, a full stop. */
function sentence(why: string): string {
  const text = why.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

/** An identifier stays as it is. */
function capital(text: string): string {
  return /^[a-z]+(?=[ ,])/.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}
