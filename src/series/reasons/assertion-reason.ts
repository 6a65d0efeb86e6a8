import type { Part } from '../../manifest/manifest.ts';
import { baseName } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { wrapLine, wrapText } from '../wrap-text.ts';
import { documentedMeaning } from './documented-meaning.ts';

/** Why some functions assert: in the manifest's own words, or what the project's files say of them. */
export type AssertionReason = {
  /** Paragraphs that come before what is asserted; lines. */
  readonly before: readonly string[];
  /** Those that come after it. */
  readonly after: readonly string[];
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
    return { before: [...texts].join('\n\n').split('\n'), after: [] };
  // What is said of one part is not said of the others.
  if (whys.length > 0) {
    const after = whys.flatMap(({ file, text }) => quoted(`On the functions of ${baseName(file)}:`, text));
    return { before: [], after: after.slice(1) };
  }
  const described = parts.flatMap((part) => {
    const text = areDeclared ? descriptionIn(part.banner) : null;
    return text === null ? [] : quoted(`${baseName(part.file)} says of them:`, text);
  });
  if (described.length > 0) return { before: [], after: described.slice(1) };
  const documented = parts.flatMap((part) => documentedMeaning(part, tree) ?? []);
  const meanings = new Map(documented.map((one) => [one.name, one]));
  const after = [...meanings.values()].flatMap(({ name, file, text }) =>
    quoted(`${baseName(file)} says of ${name}():`, text),
  );
  return after.length === 0 ? null : { before: [], after: after.slice(1) };
}

/** A blank line, who says it, and what. */
function quoted(who: string, text: string): readonly string[] {
  return ['', ...wrapLine(who), '', ...wrapLine(text, '  ')];
}

/** The first paragraph of a banner that is more than a title: `Graph API.` says nothing of its functions. */
function descriptionIn(banner: string | null): string | null {
  const paragraphs = displayText(banner ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\*+|\*+\/|\*|\/\/)?[ \t]?|[ \t]*\*+\/[ \t]*$/g, '').trimEnd())
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .map((text) => text.replace(/^[^.:]{1,30}? API(?: functions)?(?:\.\s*|$)/, ''))
    .filter((text) => /[a-z] [a-z]/i.test(text));
  const [first = null, second] = paragraphs;
  return first !== null && second !== undefined && /^[^.:]{1,30}? API: [^.]*\.?$/.test(first) ? second : first;
}
