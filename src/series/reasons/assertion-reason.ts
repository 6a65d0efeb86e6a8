import type { Part } from '../../manifest/manifest.ts';
import { baseName } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { partTitle } from '../banner-title.ts';
import { joinNames, wrapLine, wrapText } from '../wrap-text.ts';
import { documentedMeaning } from './documented-meaning.ts';

/** Why some functions assert: in the manifest's own words, or what the project's files say of them. */
export type AssertionReason = {
  /** Paragraphs that come before what is asserted; lines. */
  readonly before: readonly string[];
  /** Those that come after it. */
  readonly after: readonly string[];
  /** What `after` quotes. */
  readonly quotes: readonly Quote[];
};

/** What a file says of functions, or of the one that an assertion calls. */
export type Quote = {
  readonly file: string;
  /** Functions, or the call; null: those of the file. */
  readonly of: string | null;
  readonly text: readonly string[];
};

/**
 * Why the functions of some parts assert: `assert_why` of the manifest; else what the banner of a part says of its
 * functions, where `areDeclared` says that these are meant; else how the tree documents the macro or function that the
 * assertion calls. null where nothing says it.
 */
export function assertionReason(parts: readonly Part[], tree: Tree, areDeclared = true): AssertionReason | null {
  const whys = parts.flatMap(({ file, assertWhy }) =>
    assertWhy === null ? [] : [{ file, text: wrapText(assertWhy).trimEnd() }],
  );
  const texts = new Set(whys.map(({ text }) => text));
  if (whys.length === parts.length && whys.length > 0)
    return { before: [...texts].join('\n\n').split('\n'), after: [], quotes: [] };
  // What is said of one part is not said of the others.
  if (whys.length > 0) {
    const after = whys.flatMap(({ file, text }) => quoted(`On the functions of ${baseName(file)}:`, [text]));
    return { before: [], after: after.slice(1), quotes: [] };
  }
  const described = parts.flatMap((part): Quote[] => {
    const text = areDeclared ? descriptionIn(part.banner) : [];
    return text.length === 0
      ? []
      : [{ file: part.file, of: part.into === null ? null : `its ${partTitle(part)} functions`, text }];
  });
  if (described.length > 0) return ofQuotes(described);
  const documented = parts.flatMap((part) => documentedMeaning(part, tree) ?? []);
  const meanings = new Map(documented.map((one) => [one.name, one]));
  const quotes = [...meanings.values()].map(({ name, file, text }) => ({ file, of: `${name}()`, text: [text] }));
  return quotes.length === 0 ? null : ofQuotes(quotes);
}

/** The reason of a patch, told by reference where an earlier patch of the series quotes the same. */
export function toldOnce(reason: AssertionReason, isRepeated: boolean): AssertionReason {
  if (!isRepeated || reason.quotes.length === 0) return reason;
  const where = [
    ...new Set(
      reason.quotes.map(({ file, of }) =>
        isOfCall(of) ? `${of} in ${baseName(file)}` : `the comment in ${baseName(file)}`,
      ),
    ),
  ];
  const after = wrapLine(`See ${joinNames(where)} for the reason.`);
  return { ...reason, after };
}

function isOfCall(of: Quote['of']): of is string {
  return of?.endsWith('()') ?? false;
}

/** Whether two reasons quote the same words, which need not be of the same files. */
export function quotesSame(one: AssertionReason, other: AssertionReason): boolean {
  const wordsOf = ({ quotes }: AssertionReason): string => JSON.stringify(quotes.map(({ text }) => text));
  return one.quotes.length > 0 && wordsOf(one) === wordsOf(other);
}

function ofQuotes(quotes: readonly Quote[]): AssertionReason {
  const after = quotes.flatMap(({ file, of, text }) =>
    quoted(`${baseName(file)} says of ${of ?? 'its functions'}:`, text),
  );
  return { before: [], after: after.slice(1), quotes };
}

/** A blank line, who says it, and what: paragraphs. */
function quoted(who: string, text: readonly string[]): readonly string[] {
  return ['', ...wrapLine(who), ...text.flatMap((one) => ['', ...wrapLine(one, '  ')])];
}

/**
 * The first paragraph of a banner that is more than a title: `Graph API.` says nothing of its functions. After one that
 * may be a title, a sentence on a line of its own, the next as well. Nothing where all of it is titles.
 */
function descriptionIn(banner: string | null): readonly string[] {
  const paragraphs = displayText(banner ?? '')
    .split('\n')
    .map((line) =>
      line.replace(/^\s*(?:\/\*+|\*+\/|\*|\/\/)?[ \t]?|(?:(?<![ \t])[ \t]+)?(?<!\*)\*+\/[ \t]*$/g, '').trimEnd(),
    )
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .map((text) => text.replace(/^[^.:]{1,30}? API(?: functions)?(?:\.\s*|$)/, ''))
    .filter((text) => /[a-z] [a-z]/i.test(text));
  const [first, second] = paragraphs;
  if (first === undefined) return [];
  if (second === undefined) return isTitle(first) ? [] : [first];
  if (/^[^.:]{1,30}? API: [^.]*\.?$/.test(first)) return isTitle(second) ? [] : [second];
  const text = /^[^.]{1,60}\.?$/.test(first) && !SAYS.test(first) ? [first, second] : [first];
  return text.every(isTitle) ? [] : text;
}

/** Whether words only name what there is, such as "Connections and responses.", and give no reason for anything. */
function isTitle(text: string): boolean {
  return /^[^.]{1,60}\.?$/.test(text) && !SAYS.test(text) && !DEMANDS.test(text);
}

/** Words by which a line says what holds for functions, or what they ask of a caller. */
const DEMANDS =
  /\b(?:must|may|might|should|shall|will|can(?:not|'t)?|needs?|requires?|takes?|holds?|held|holding|runs?|only|never|always|asserts?|is|are|was|were|has|have|not|n't|don't|without|while|calls?|called|calling|under|inside|outside|before|after|safe|because|since)\b/i;

/** How a sentence about functions begins, and a title does not. */
const SAYS = /^(?:these|they|this|all|any|the functions|functions|callers?|users?|only|must|may|never|do|don't)\b/i;
