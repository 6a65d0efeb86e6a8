import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { commentStyleOf, formatComment } from '../../edits/block-comment.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import type { Comment, Header } from '../../model/header.ts';
import { bannerComments, mostlySameWords } from '../../part-files/sections.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';

/** What becomes of the comments that head a file's sections. */
export type BannerChanges = {
  /** Comment index -> its new text. */
  readonly replaced: ReadonlyMap<number, string>;
  readonly dropped: ReadonlySet<number>;
  /** Part -> a banner that its section has not had. */
  readonly added: ReadonlyMap<string, string>;
  /** Part -> the comment, kept or replaced, that heads its section. */
  readonly standing: ReadonlyMap<string, number>;
  readonly findings: readonly Diagnostic[];
};

/** A section before and after: null where there is none. */
export type SectionPair = {
  readonly was: Part | null;
  readonly now: Part | null;
  /** Nothing stood in it, so that the file need not have its banner. */
  readonly wasEmpty: boolean;
};

/**
 * Changes the banners of a file as its sections ask. One that was rewritten by hand stays, unless the manifest changes
 * it.
 */
export function changeBanners(header: Header, manifest: Manifest, sections: readonly SectionPair[]): BannerChanges {
  const replaced = new Map<number, string>();
  const dropped = new Set<number>();
  const added = new Map<string, string>();
  const standing = new Map<string, number>();
  const findings: Diagnostic[] = [];
  for (const { was, now, wasEmpty } of sections) {
    const [before, after] = [bannerText(header, was), bannerText(header, now)];
    const found = was === null ? undefined : bannerOf(header, was);
    if (found && now && after !== null) standing.set(now.name, found.index);
    if (before === after) continue;
    if (found && after !== null) replaced.set(found.index, after);
    else if (found) dropped.add(found.index);
    else if (wasEmpty) continue;
    else if (after !== null && before === null && now) added.set(now.name, after);
    else if (now && before !== null && (after === null || !bannerOf(header, now)))
      findings.push(contradiction(header, manifest, now, before));
  }
  return { replaced, dropped, added, standing, findings };
}

/** A part's banner as a file of the given style has it; null for none. */
export function bannerText(header: Header, part: Pick<Part, 'banner'> | null): string | null {
  if (part === null || part.banner === null) return null;
  return formatComment(part.banner, commentStyleOf(header), header.lineEnd);
}

/** The comment that is a part's banner, in whatever style. */
function bannerOf(header: Header, { banner }: Pick<Part, 'banner'>): Comment | undefined {
  const found = bannerComments(header, [banner]);
  return header.comments.find(({ index }) => found.has(index));
}

function contradiction(header: Header, manifest: Manifest, part: Part, before: string): Diagnostic {
  const { source } = header;
  const message = `the banner of '${part.name}' was changed by hand in ${source.path}, and the manifest changes it as well`;
  const asked = { place: placeOf(manifest.source, part.span), label: 'by this part' };
  const rewritten = mostlySameWords(header, before);
  const place = rewritten ? placeOf(source, rewritten.span) : placeOfFile(source.path);
  return diagnostic('hand-edit-contradicts', message, place, asked);
}
