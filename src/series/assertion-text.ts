import { contentAfter, contentBefore } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';
import { definitionsText } from './cover/cover-parts.ts';
import { isChanged } from './header-facts.ts';
import type { PatchFacts } from './patch-facts.ts';
import { joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch that inserts assertions, when the series file has none. */
export function assertionSubject(facts: PatchFacts): string {
  const verb = facts.definitions.some(({ action }) => action === 'insert') ? 'add' : 'correct';
  const names = assertingParts(facts).map(({ name }) => name);
  const where = verb === 'add' ? 'to' : 'in';
  const long = `${facts.header.name}: ${verb} assertions ${where} ${joinNames(names)} functions`;
  return names.length > 0 && long.length <= MAIL_WIDTH ? long : `${facts.header.name}: ${verb} assertions`;
}

/** The subject of a patch that asserts functions which the header does not declare. */
export function functionsSubject(facts: PatchFacts): string {
  const verb = facts.definitions.some(({ action }) => action === 'insert') ? 'add' : 'correct';
  const where = verb === 'add' ? 'to' : 'in';
  return `${facts.header.name}: ${verb} assertions ${where} functions it does not declare`;
}

/**
 * What a patch that inserts assertions says, when the series file does not say it. How many they are is left to the
 * diffstat and the cover letter: it changes with every reassignment of a later version.
 */
export function assertionBody(facts: PatchFacts): string {
  return paragraphsOf([...demands(facts, whereAsserted(facts)), ...remarks(facts), notAsserted(facts), [NO_MORE]]);
}

/** The same for functions that the manifest lists and the header does not declare. */
export function functionsBody(facts: PatchFacts): string {
  const { path } = facts.header;
  const first = `These functions belong to a part of ${path} too, though it does not declare them:`;
  return paragraphsOf([
    wrapLine(first),
    functionLines(facts),
    ...demands(facts, `Assert in them, ${whereTheyStand(facts.header.manifest)}, what their part demands:`),
    ...remarks(facts),
    [NO_MORE],
  ]);
}

function paragraphsOf(groups: readonly (readonly string[])[]): string {
  return groups
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function whereAsserted(facts: PatchFacts): string {
  const [only, ...others] = assertingParts(facts);
  const where = whereTheyStand(facts.header.manifest);
  if (only === undefined || others.length > 0) {
    return `Add these assertions to the functions of the parts of ${facts.header.path}, ${where}:`;
  }
  const isAlone = facts.header.parts.every(({ part }) => part === only || part.file !== only.file);
  return `Add this assertion to the ${isAlone ? '' : `${only.name} `}functions declared in ${only.file}, ${where}:`;
}

const NO_MORE = 'No other functional change intended.';

/** What is asserted, and where definitions are looked for; nothing where the patch only removes assertions. */
function demands(facts: PatchFacts, first: string): readonly (readonly string[])[] {
  const lines = partLines(facts);
  return lines.length === 0
    ? []
    : [wrapLine(first), lines, facts.topic === 'assertions' ? wrapLine(definitionsText(facts.header.manifest)) : []];
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
export function assertingParts({ header, definitions }: PatchFacts): readonly Part[] {
  const names = new Set(definitions.filter(isChanged).map(({ part }) => part));
  return header.manifest.parts.filter(({ name, assert }) => names.has(name) && assert !== null);
}

/** Of each part: the statement, and definitions that did not simply get it. */
function partLines(facts: PatchFacts): readonly string[] {
  const parts = assertingParts(facts);
  return parts.flatMap((part) => {
    const own = facts.definitions.filter((one) => one.part === part.name);
    const others = [
      ...countActions(own, 'replace', 'of them in place of what another part asserts'),
      ...countActions(own, 'present', 'of them did so before'),
    ];
    const name = parts.length === 1 && facts.topic === 'assertions' ? '' : `${part.name}: `;
    return [`  ${name}${displayText(part.assert ?? '')}`, ...wrapLine(others.join(', '), '      ')];
  });
}

function countActions(
  definitions: readonly DefinitionReport[],
  action: DefinitionReport['action'],
  words: string,
): string[] {
  const number = definitions.filter((one) => one.action === action).length;
  return number === 0 ? [] : [`${number} ${words}`];
}

function remarks(facts: PatchFacts): readonly (readonly string[])[] {
  const removed = namesOf(facts.definitions, 'remove');
  const skipped = facts.definitions.filter(({ action }) => action === 'skip');
  return [
    wrapLine(includedFor(facts).join(' ')),
    removed.length === 0 ? [] : wrapLine(`What another part asserts is removed from ${joinNames(removed)}.`),
    skipped.length === 0
      ? []
      : [
          'Left alone:',
          ...skipped.flatMap(({ name, file, reason = '' }) =>
            wrapLine(`${displayText(name)}() in ${file}: ${reason}`, '  ', '    '),
          ),
        ],
  ];
}

function whereTheyStand({ placement }: Manifest): string {
  return placement === 'first'
    ? 'as the first statement of each body'
    : 'after the declarations at the top of each body';
}

/** Which files get which include for the assertions. */
function includedFor({ header, changes }: PatchFacts): readonly string[] {
  const wanted = new Set(header.manifest.parts.flatMap(({ assertInclude }) => assertInclude ?? []));
  return [...wanted].flatMap((path) => {
    const includes = (text: string | null): boolean =>
      (text ?? '').includes(`"${path}"`) || (text ?? '').includes(`<${path}>`);
    const files = changes.filter((change) => !includes(contentBefore(change)) && includes(contentAfter(change)));
    if (files.length === 0) return [];
    return [`Include ${displayText(path)} in ${joinNames(files.map((change) => change.path))} for this.`];
  });
}

/** Functions of asserting parts that the manifest exempts, with its reason. */
function notAsserted({ header, part }: PatchFacts): readonly string[] {
  const { parts, prototypes } = header.manifest;
  const asserting = new Set(
    parts.filter(({ name, assert }) => assert !== null && (part ?? name) === name).map(({ name }) => name),
  );
  const exempt = [...prototypes].filter(([, entry]) => !entry.assert && asserting.has(entry.part ?? ''));
  if (exempt.length === 0) return [];
  const lines = exempt.flatMap(([name, { why }]) =>
    wrapLine(`${displayText(name)}()${why === null ? '' : `: ${why}`}`, '  ', '    '),
  );
  return ['The manifest leaves out:', ...lines];
}

function namesOf(definitions: readonly DefinitionReport[], action: DefinitionReport['action']): readonly string[] {
  return definitions.filter((one) => one.action === action).map(({ name }) => `${displayText(name)}()`);
}
