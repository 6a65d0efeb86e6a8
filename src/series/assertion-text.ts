import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { contentAfter, contentBefore } from '../patch/file-change.ts';
import { displayText } from '../text/source-text.ts';
import { isChanged } from './header-facts.ts';
import type { PatchFacts } from './patch-facts.ts';
import { countOf, joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch that inserts assertions, when the series file has none. */
export function assertionSubject(facts: PatchFacts): string {
  const verb = facts.definitions.some(({ action }) => action === 'insert') ? 'add' : 'correct';
  const names = assertingParts(facts).map(({ name }) => name);
  const long = `${facts.header.name}: ${verb} the assertions of ${joinNames(names)}`;
  return names.length > 0 && long.length <= MAIL_WIDTH ? long : `${facts.header.name}: ${verb} the assertions`;
}

/** The subject of a patch that asserts functions which the header does not declare. */
export function functionsSubject(facts: PatchFacts): string {
  const verb = facts.definitions.some(({ action }) => action === 'insert') ? 'add' : 'correct';
  return `${facts.header.name}: ${verb} assertions in functions it does not declare`;
}

/** What a patch that inserts assertions says, when the series file does not say it. */
export function assertionBody(facts: PatchFacts): string {
  const { header } = facts;
  const first = `Assert in the definitions of functions of ${header.path} what their part demands:`;
  return [wrapLine(first), partLines(facts), ...remarks(facts), notAsserted(facts)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** The same for functions that the manifest lists and the header does not declare. */
export function functionsBody(facts: PatchFacts): string {
  const first = `Assert in functions that ${facts.header.path} does not declare and the manifest assigns to a part:`;
  return [wrapLine(first), functionLines(facts), partLines(facts), ...remarks(facts)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
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

/** Of each part: the statement, and how many definitions hold it now. */
function partLines(facts: PatchFacts): readonly string[] {
  return assertingParts(facts).flatMap((part) => {
    const own = facts.definitions.filter((one) => one.part === part.name);
    const inserted = own.filter(({ action }) => action === 'insert');
    const files = new Set(inserted.map(({ file }) => file)).size;
    const counts = [
      `${countOf(inserted.length, 'definition')} in ${countOf(files, 'file')}`,
      ...countActions(own, 'replace', 'in place of that of another part'),
      ...countActions(own, 'present', 'there already'),
    ];
    return [`  ${part.name}: ${displayText(part.assert ?? '')}`, ...wrapLine(counts.join(', '), '      ')];
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
    wrapLine(whereTheyStand(facts.header.manifest)),
    wrapLine(includedFor(facts).join(' ')),
    removed.length === 0 ? [] : wrapLine(`Another part's assertion goes from ${joinNames(removed)}.`),
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
    ? 'An assertion is the first statement of its function.'
    : 'An assertion stands below the declarations that its function begins with.';
}

/** Which files get which include for the assertions. */
function includedFor({ header, changes }: PatchFacts): readonly string[] {
  const wanted = new Set(header.manifest.parts.flatMap(({ assertInclude }) => assertInclude ?? []));
  return [...wanted].flatMap((path) => {
    const includes = (text: string | null): boolean =>
      (text ?? '').includes(`"${path}"`) || (text ?? '').includes(`<${path}>`);
    const files = changes.filter((change) => !includes(contentBefore(change)) && includes(contentAfter(change)));
    if (files.length === 0) return [];
    return [
      `${joinNames(files.map((change) => change.path))} ${files.length === 1 ? 'gets' : 'get'} the include of ${displayText(path)}, which the assertion needs.`,
    ];
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
