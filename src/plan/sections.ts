import type { Manifest, Part } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { functionNames } from './placement.ts';

/**
 * The part in whose section of its file each item of a part file stands: that whose banner, word for word as in the
 * manifest, stands above it where every section but the first has its banner there. Else that of the nearest thing
 * above it that shows one, a function of the section or a banner; else the file's first.
 */
export function sectionsOf(header: Header, manifest: Manifest): ReadonlyMap<Item, string> {
  const inFile = manifest.parts.filter(({ file }) => file === header.source.path);
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

/** The comments of a header that are one of the given banners, word for word, by index. */
export function bannerComments({ source, comments }: Header, banners: readonly (string | null)[]): ReadonlySet<number> {
  const texts = new Set(banners.flatMap((banner) => (banner === null ? [] : [wordsOf(banner)])));
  const found = comments.filter(({ span }) => texts.has(wordsOf(source.text.slice(span.start, span.end))));
  return new Set(found.map(({ index }) => index));
}

type FoundBanner = { readonly part: string; readonly end: number };

function bannersIn({ source, comments }: Header, parts: readonly Part[]): readonly FoundBanner[] {
  const byText = new Map(parts.flatMap(({ name, banner }) => (banner === null ? [] : [[wordsOf(banner), name]])));
  return comments
    .flatMap(({ span }) => {
      const part = byText.get(wordsOf(source.text.slice(span.start, span.end)));
      return part === undefined ? [] : [{ part, end: span.end }];
    })
    .sort((a, b) => a.end - b.end);
}

/** A text's words, whatever comment marks and line ends stand between them. */
function wordsOf(text: string): string {
  return (text.match(/[\w\x80-\xff]+/g) ?? []).join(' ');
}
