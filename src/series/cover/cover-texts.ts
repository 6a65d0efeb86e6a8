import type { Manifest } from '../../manifest/manifest.ts';
import type { SeriesSettings, Template } from '../../manifest/series/series-file.ts';
import { countOf } from '../../text/count-of.ts';
import { partTitle } from '../banner-title.ts';
import { type FilledTemplate, fillTemplate } from '../fill-template.ts';
import { type HeaderFacts, shortName } from '../header-facts.ts';
import { coverValues } from '../placeholder-values.ts';
import { joinNames, LISTING_WIDTH, numberWord, wrapText } from '../wrap-text.ts';

/** The texts of the cover letter, from the series file's templates; empty where it has none, but for the title. */
export function filledCover(
  { cover }: SeriesSettings,
  headers: readonly HeaderFacts[],
): Readonly<Record<'title' | 'body' | 'tested' | 'manifests', FilledTemplate>> {
  const standard = defaultCoverTitle(headers.map(({ manifest }) => manifest));
  const title = filled(cover.title, headers, standard);
  const body = filled(cover.body, headers, '');
  return {
    title: { ...title, text: title.text.replace(/\s+/g, ' ').trim() },
    body: { ...body, text: wrapText(body.text) },
    tested: filledText(cover.tested, headers),
    manifests: filledText(cover.manifests, headers),
  };
}

/** The title of a series whose file has none. */
export function defaultCoverTitle(manifests: readonly Manifest[]): string {
  const paths = manifests.map(({ header }) => header.value);
  const names = paths.map((path) => shortName(path, paths));
  const [only, ...others] = manifests;
  const own = only === undefined || others.length > 0 ? [] : only.parts.filter(({ into }) => into === null);
  const name = names.join('');
  const files = numberWord(new Set(own.map(({ file }) => file)).size);
  const forms =
    own.length > 1
      ? [`Split ${name} into ${joinNames(own.map(partTitle))} headers`, `Split ${name} into ${files} headers`]
      : [`Split ${joinNames(names)}`];
  return forms.find((form) => form.length <= LISTING_WIDTH) ?? `Split ${countOf(names.length, 'header')}`;
}

function filledText(template: Template | null, headers: readonly HeaderFacts[]): FilledTemplate {
  const { text, findings } = filled(template, headers, '');
  return { text: wrapText(text).trimEnd(), findings };
}

function filled(template: Template | null, headers: readonly HeaderFacts[], standard: string): FilledTemplate {
  return template === null ? { text: standard, findings: [] } : fillTemplate(template, coverValues(headers, standard));
}
