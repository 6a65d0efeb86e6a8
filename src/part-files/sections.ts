import type { Manifest, Part } from '../manifest/manifest.ts';
import { partsIn } from '../manifest/part-lookup.ts';
import type { Comment, Header, Item } from '../model/header.ts';
import { functionNames } from '../plan/placement.ts';

/**
 * The part in whose section of its file each item of a part file stands: that whose banner, be it reworded by hand,
 * stands above it where every section but the first has its banner there. Else that of the nearest thing
 * above it that shows one, a function of the section or a banner; else the file's first.
 */
export function sectionsOf(header: Header, manifest: Manifest): ReadonlyMap<Item, string> {
  const inFile = partsIn(manifest, header.source.path);
  const names = new Set(inFile.map(({ name }) => name));
  const banners = inFile.length > 1 ? bannersIn(header, inFile) : [];
  const found = new Set(banners.map(({ part }) => part));
  const bannersTell = inFile.slice(1).every(({ name }) => found.has(name));
  const sections = new Map<Item, string>();
  let section = inFile[0]?.name ?? manifest.shared;
  let next = 0;
  for (const item of header.items) {
    for (; (banners[next]?.end ?? Number.POSITIVE_INFINITY) <= item.span.start; next++)
      section = banners[next]?.part ?? section;
    const own = functionNames(item).flatMap((name) => manifest.prototypes.get(name)?.part ?? []);
    if (!bannersTell) section = own.find((part) => names.has(part)) ?? section;
    sections.set(item, section);
  }
  return sections;
}

/** The comments of a header that are, or were before they were reworded by hand, one of the given banners, by index. */
export function bannersOf(header: Header, banners: readonly (string | null)[]): ReadonlySet<number> {
  const exact = bannerComments(header, banners);
  const found = banners.flatMap((banner) =>
    banner === null ? [] : (sameWords(header, banner) ?? mostlySameWords(header, banner, exact) ?? []),
  );
  return new Set(found.map(({ index }) => index));
}

/** The comments of a header that are one of the given banners, word for word, by index. */
export function bannerComments({ source, comments }: Header, banners: readonly (string | null)[]): ReadonlySet<number> {
  const texts = new Set(banners.flatMap((banner) => (banner === null ? [] : [wordsOf(banner)])));
  const found = comments.filter(({ span }) => texts.has(wordsOf(source.text.slice(span.start, span.end))));
  return new Set(found.map(({ index }) => index));
}

type FoundBanner = { readonly part: string; readonly end: number };

function bannersIn(header: Header, parts: readonly Part[]): readonly FoundBanner[] {
  const exact = bannerComments(
    header,
    parts.map(({ banner }) => banner),
  );
  return parts
    .flatMap(({ name, banner }) => {
      const found = banner === null ? undefined : (sameWords(header, banner) ?? mostlySameWords(header, banner, exact));
      return found ? [{ part: name, end: found.span.end }] : [];
    })
    .sort((a, b) => a.end - b.end);
}

function sameWords({ source, comments }: Header, banner: string): Comment | undefined {
  const words = wordsOf(banner);
  return comments.find(({ span }) => wordsOf(source.text.slice(span.start, span.end)) === words);
}

/** A short text has its words in common with many. */
const FEWEST_WORDS = 6;
const MOST_OF_THEM = 0.6;

/**
 * The comment that a banner became when it was reworded by hand: the one that has most of its words. Never one of
 * `others`: banners of one style resemble each other.
 */
export function mostlySameWords(
  { source, comments }: Header,
  banner: string,
  others: ReadonlySet<number> = new Set(),
): Comment | undefined {
  const words = new Set(wordsOf(banner).split(' '));
  if (words.size < FEWEST_WORDS) return undefined;
  const candidates = comments.filter(({ index }) => !others.has(index));
  const shares = candidates.map((comment) => {
    const own = new Set(wordsOf(source.text.slice(comment.span.start, comment.span.end)).split(' '));
    return { comment, share: [...words].filter((word) => own.has(word)).length / words.size };
  });
  const best = Math.max(0, ...shares.map(({ share }) => share));
  return best < MOST_OF_THEM ? undefined : shares.find(({ share }) => share === best)?.comment;
}

/** A text's words, whatever comment marks and line ends stand between them. */
function wordsOf(text: string): string {
  return (text.match(/[\w\x80-\xff]+/g) ?? []).join(' ');
}
