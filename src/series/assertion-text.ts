import { contentAfter, contentBefore } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';
import { asserted } from './asserted.ts';
import { partTitle } from './banner-title.ts';
import { whyExempt } from './exempt.ts';
import { type HeaderFacts, isChanged } from './header-facts.ts';
import { noChange } from './no-change.ts';
import type { PatchFacts } from './patch-facts.ts';
import { joinNames, SUBJECT_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch that inserts assertions, when the series file has none; of one form in the whole series. */
export function assertionSubject(facts: PatchFacts): string {
  const { header, series } = facts;
  const adds = addsAny(facts);
  const asserting = ({ parts }: HeaderFacts): readonly Part[] =>
    parts.map(({ part }) => part).filter(({ assert }) => assert !== null);
  const prefix = prefixOf(facts);
  const plain = plainClause(adds, facts);
  const shortest = (): string => `${plain} functions`;
  const forms = [
    (parts: readonly Part[]) => `${statementClause(adds, parts) ?? plain} ${joinNames(parts.map(partTitle))} functions`,
    (parts: readonly Part[]) => `${plain} ${joinNames(parts.map(partTitle))} functions`,
    shortest,
  ];
  const of = series.headers.length > 1 ? (one: HeaderFacts) => ` of ${one.name}` : () => '';
  const parts = assertingParts(facts);
  // A patch of one part of several names it, however long that gets: the patch of the next part has the same words else.
  const isOnePart = parts.length === 1 && asserting(header).length > 1;
  const lists = (one: HeaderFacts): readonly (readonly Part[])[] =>
    isOnePart ? asserting(one).map((part) => [part]) : [asserting(one)];
  const fits = (text: (parts: readonly Part[]) => string): boolean =>
    series.headers.every((one) =>
      lists(one).every((list) => `${prefix}: ${text(list)}${of(one)}`.length <= SUBJECT_WIDTH),
    );
  const form = isOnePart ? (forms.slice(0, 2).find(fits) ?? forms[1]) : forms.find(fits);
  const last = parts.length === 0 ? forms.at(-1) : form;
  return `${prefix}: ${(last ?? shortest)(parts)}${of(header)}`;
}

/** The subject of a patch that asserts functions which the header does not declare. */
export function functionsSubject(facts: PatchFacts): string {
  return `${prefixOf(facts)}: ${plainClause(addsAny(facts), facts)} functions that ${facts.header.name} does not declare`;
}

function prefixOf({ header, series }: PatchFacts): string {
  return series.prefixes.get(header.path) ?? header.name;
}

/** What is asserted, up to the functions: `assert locked() in`, `add GLOBAL_STATE_CODE() to`; null for several things. */
function statementClause(adds: boolean, parts: readonly Part[]): string | null {
  const statements = new Set(parts.map(({ assert }) => displayText(assert ?? '').trim()));
  const [only = ''] = statements;
  const what = asserted(only);
  if (!adds || statements.size !== 1 || what === null) return null;
  return what.isExpression ? `assert ${what.text} in` : `add ${what.text} to`;
}

function plainClause(adds: boolean, { series: { words } }: PatchFacts): string {
  return adds ? `add ${words.noun} to` : `correct ${words.noun} in`;
}

/** Whether the patch adds an assertion, and does not only correct some. */
export function addsAny({ definitions }: PatchFacts): boolean {
  return definitions.some(({ action }) => action === 'insert');
}

/**
 * What a patch that inserts assertions says, when the series file does not say it. How many they are is left to the
 * diffstat and the cover letter: it changes with every reassignment of a later version.
 */
export function assertionBody(facts: PatchFacts): string {
  const { before = [], after = [] } = facts.reason ?? {};
  return paragraphsOf([
    before,
    ...whatIsAdded(facts),
    ...remarks(facts),
    after,
    notAsserted(facts),
    noChange(facts, `the ${facts.series.words.all}`),
  ]);
}

/** The same for functions that the manifest lists and the header does not declare. */
export function functionsBody(facts: PatchFacts): string {
  const parts = assertingParts(facts);
  const { one, all } = facts.series.words;
  const first = `Add the ${parts.length === 1 ? one : all} of ${facts.header.name} to functions that it does not declare:`;
  const statements = parts.length === 0 ? [] : statementLines(facts, parts);
  const { before = [], after = [] } = facts.reason ?? {};
  return paragraphsOf([
    before,
    wrapLine(first),
    functionLines(facts),
    statements,
    ...remarks(facts),
    after,
    noChange(facts, `the ${facts.series.words.all}`),
  ]);
}

function paragraphsOf(groups: readonly (readonly string[])[]): string {
  return groups
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Nothing where the patch only removes assertions. */
function whatIsAdded(facts: PatchFacts): readonly (readonly string[])[] {
  const gains = ({ action }: DefinitionReport): boolean => action === 'insert' || action === 'replace';
  const gaining = new Set(facts.definitions.filter(gains).map(({ part }) => part));
  const parts = assertingParts(facts).filter(({ name }) => gaining.has(name));
  const [only, ...others] = parts;
  if (only === undefined) return [];
  if (others.length > 0) {
    return [
      wrapLine(`Add these ${facts.series.words.noun} to the functions of ${facts.header.name}:`),
      statementLines(facts, parts),
      alsoThere(facts),
    ];
  }
  const isAlone = facts.header.parts.every(({ part }) => part === only || part.file !== only.file);
  // Not "every function": of one that is defined twice, as in a stub, one definition may be asserted.
  const functions = `the ${isAlone ? '' : `${partTitle(only)} `}functions`;
  const where = `to ${functions} declared in ${only.file}${undeclared(facts)}.`;
  const statement = displayText(only.assert ?? '');
  return SHORT_CALL.test(statement)
    ? [wrapLine(`Add ${statement.replace(/;$/, '')} ${where}`), alsoThere(facts)]
    : [['Add'], [`  ${statement}`], wrapLine(where), alsoThere(facts)];
}

/** One that a sentence can hold: a single call without blanks, where a line could break. */
const SHORT_CALL = /^\w+\([^\s;]{0,40}\);?$/;

/** What the patch asserts besides: functions that the manifest lists and the header does not declare, as a clause. */
function undeclared({ definitions, header: { manifest } }: PatchFacts): string {
  const listed = definitions.filter(
    ({ name, file, action }) => action === 'insert' && (manifest.functions.get(file)?.has(name) ?? false),
  );
  const names = [...new Set(listed.map(({ name }) => `${displayText(name)}()`))];
  if (names.length === 0) return '';
  return names.length > MOST_NAMES ? ', and to some that it does not declare' : `, and to ${joinNames(names)}`;
}

/** The functions that the patch is about, by file. */
function functionLines({ definitions }: PatchFacts): readonly string[] {
  const changed = definitions.filter(isChanged);
  const files = [...new Set(changed.map(({ file }) => file))];
  return files.flatMap((file) => {
    const names = changed.filter((one) => one.file === file).map(({ name }) => `${displayText(name)}()`);
    return wrapLine(`${file}: ${names.join(', ')}`, '  ', '      ');
  });
}

/** The parts of which the patch touches an assertion. */
export function assertingParts({ header, definitions }: Pick<PatchFacts, 'header' | 'definitions'>): readonly Part[] {
  const names = new Set(definitions.filter(isChanged).map(({ part }) => part));
  return header.manifest.parts.filter(({ name, assert }) => names.has(name) && assert !== null);
}

/** The statement of each part; of functions without a header, where there are several. */
function statementLines({ topic }: PatchFacts, parts: readonly Part[]): readonly string[] {
  return parts.map(({ name, file, assert }) => {
    const statement = displayText(assert ?? '');
    if (topic === 'assertions') return `  ${file}: ${statement}`;
    return parts.length === 1 ? `  ${statement}` : `  ${name}: ${statement}`;
  });
}

/** Functions that do not simply get the assertion. */
function alsoThere(facts: PatchFacts): readonly string[] {
  const present = namesOf(facts.definitions, 'present');
  const replaced = namesOf(facts.definitions, 'replace');
  return wrapLine(
    [
      ...(present.length === 0
        ? []
        : [present.length > MOST_NAMES ? 'Some have it already.' : `${have(present)} it already.`]),
      ...(replaced.length === 0
        ? []
        : [`In ${joinNames(replaced)} it replaces another ${facts.series.words.noun.slice(0, -1)}.`]),
    ].join(' '),
  );
}

function have(names: readonly string[]): string {
  return `${joinNames(names)} ${names.length === 1 ? 'has' : 'have'}`;
}

/** More files or functions than this are for the diff to tell. */
const MOST_NAMES = 4;

function remarks(facts: PatchFacts): readonly (readonly string[])[] {
  return [wrapLine(includedFor(facts).join(' ')), wrapLine(whatIsRemoved(facts).join(' '))];
}

function whatIsRemoved({ definitions, header, series: { words } }: PatchFacts): readonly string[] {
  return header.manifest.parts.flatMap((part) => {
    const own = definitions.filter((one) => one.part === part.name);
    const names = [...new Set(namesOf(own, 'remove'))];
    const [asserts, as] = names.length === 1 ? [words.has, 'as it is'] : [words.have, 'as they are'];
    const why = part.assert === null ? `, ${as} now ${partTitle(part)}` : '';
    return names.length === 0 ? [] : [`${joinNames(names)} no longer ${asserts}${why}.`];
  });
}

/** Which files get which include for the assertions. */
function includedFor({ header, changes }: PatchFacts): readonly string[] {
  const wanted = new Set(header.manifest.parts.flatMap(({ assertInclude }) => assertInclude ?? []));
  return [...wanted].flatMap((path) => {
    const includes = (text: string | null): boolean =>
      (text ?? '').includes(`"${path}"`) || (text ?? '').includes(`<${path}>`);
    const files = changes.filter((change) => !includes(contentBefore(change)) && includes(contentAfter(change)));
    const names = files.map((change) => change.path);
    if (names.length === 0) return [];
    if (names.length > MOST_NAMES) return [`Include ${displayText(path)} where that needs it.`];
    return [`${joinNames(names)} ${names.length === 1 ? 'needs' : 'need'} ${displayText(path)} for that.`];
  });
}

/** Functions that should assert and do not, with the reason: the manifest exempts them, or they were left alone. */
function notAsserted({ header, part, definitions, series: { words } }: PatchFacts): readonly string[] {
  const { parts, prototypes } = header.manifest;
  const asserting = new Set(
    parts.filter(({ name, assert }) => assert !== null && (part ?? name) === name).map(({ name }) => name),
  );
  const exempt = [...prototypes]
    .filter(([, entry]) => !entry.assert && asserting.has(entry.part ?? ''))
    .map(([name]) => ({ name, why: whyExempt(header.manifest, name) }));
  const lines = [
    ...exempt.map(({ name, why }) => `${displayText(name)}()${why === null ? '' : `: ${why}`}`),
    ...definitions
      .filter(({ action }) => action === 'skip')
      .map(({ name, file, reason = '' }) => `${displayText(name)}() in ${file}: ${reason}`),
    ...undefinedIn(header, asserting),
  ];
  if (lines.length === 0) return [];
  const hasReasons = exempt.every(({ why }) => why !== null);
  return [
    `${capital(words.lacking)}${hasReasons ? ', because' : ''}:`,
    '',
    ...lines.flatMap((one) => wrapLine(one, '  ', '    ')),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The functions of some parts that no file defines; of many, that there are some. */
function undefinedIn({ result, manifest }: HeaderFacts, parts: ReadonlySet<string>): readonly string[] {
  const listed = result.findings
    .filter(({ code }) => code === 'definition-missing')
    .flatMap(({ message }) => message.slice(message.indexOf(': ') + 2).split(', '));
  const names = listed.filter((name) => parts.has(manifest.prototypes.get(name.replace(/\(\)$/, ''))?.part ?? ''));
  if (names.length === 0) return [];
  return [`${names.length > MOST_UNDEFINED ? 'some functions' : joinNames(names)}: no definition found`];
}

const MOST_UNDEFINED = 10;

function namesOf(definitions: readonly DefinitionReport[], action: DefinitionReport['action']): readonly string[] {
  return definitions.filter((one) => one.action === action).map(({ name }) => `${displayText(name)}()`);
}
