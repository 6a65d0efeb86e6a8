import type { Manifest } from '../../manifest/manifest.ts';
import type { SeriesSettings, Template } from '../../manifest/series/series-file.ts';
import { type FilledTemplate, fillTemplate } from '../fill-template.ts';
import { type HeaderFacts, shortName } from '../header-facts.ts';
import { coverValues } from '../placeholder-values.ts';
import { countOf, joinNames, MAIL_WIDTH, wrapText } from '../wrap-text.ts';

/** Title and motivation of the cover letter, from the series file's templates. Without a motivation there is none. */
export function filledCover(
  { cover }: SeriesSettings,
  headers: readonly HeaderFacts[],
): { readonly title: FilledTemplate; readonly body: FilledTemplate } {
  const standard = defaultCoverTitle(headers.map(({ manifest }) => manifest));
  const title = filled(cover.title, headers, standard);
  const body = filled(cover.body, headers, '');
  return {
    title: { ...title, text: title.text.replace(/\s+/g, ' ').trim() },
    body: { ...body, text: wrapText(body.text) },
  };
}

/** The title of a series whose file has none. */
export function defaultCoverTitle(manifests: readonly Manifest[]): string {
  const paths = manifests.map(({ header }) => header.value);
  const names = paths.map((path) => shortName(path, paths));
  const [only, ...others] = manifests;
  const parts = only === undefined || others.length > 0 ? [] : only.parts.filter(({ into }) => into === null);
  const long =
    parts.length > 0
      ? `Split ${names.join('')} into ${joinNames(parts.map(({ name }) => name))}`
      : `Split ${joinNames(names)}`;
  return long.length <= MAIL_WIDTH ? long : `Split ${countOf(names.length, 'header')}`;
}

function filled(template: Template | null, headers: readonly HeaderFacts[], standard: string): FilledTemplate {
  return template === null ? { text: standard, findings: [] } : fillTemplate(template, coverValues(headers, standard));
}
