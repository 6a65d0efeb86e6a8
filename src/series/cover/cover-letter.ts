import type { SeriesSettings } from '../../manifest/series/series-file.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { type HeaderFacts, headerFacts } from '../header-facts.ts';
import type { BlameFigure, CoverLetter, SeriesPlan } from '../series-plan.ts';
import { joinNames } from '../wrap-text.ts';
import { changesSection, type PreviousVersion } from './cover-changes.ts';
import { outline } from './cover-outline.ts';
import { partsSection } from './cover-parts.ts';
import { readersSection } from './cover-readers.ts';
import { reviewSection } from './cover-review.ts';
import { checksOfOne, checksSection, type ToolRun, toolLines } from './cover-run.ts';
import { type CoverSection, formatSections, paragraphs } from './cover-section.ts';
import { filledCover } from './cover-texts.ts';

export type CoverInput = {
  readonly plan: SeriesPlan;
  readonly series: SeriesSettings;
  readonly run: ToolRun;
  /** Empty: git was not asked. */
  readonly blame: readonly BlameFigure[];
  /** What was sent before; null for the first version. */
  readonly previous: PreviousVersion | null;
};

/** What git puts where the text of a cover letter should be written. */
const BLURB = '*** BLURB HERE ***\n';

/** What a series of one patch has below its message in place of a letter, without headings; bytes (latin1). */
export function remarksOfOne({ plan, series, run, blame, previous }: CoverInput): string {
  const changes = previous === null ? '' : changesSection(previous);
  const headers = factsOf(plan);
  const { tested, manifests } = filledCover(series, headers);
  const lines = isReclassification(plan)
    ? paragraphs([reviewSection({ ...plan, patches: [] }, headers).lines, checksOfOne([], tested.text)])
    : paragraphs([reviewSection(plan, headers).lines, checksOfOne(blame, tested.text), toolLines(run, manifests.text)]);
  const told = lines.length === 0 ? '' : bytesOfText(`${lines.join('\n')}\n`);
  return [changes, told].filter((text) => text !== '').join('\n');
}

/**
 * The cover letter up to where git puts shortlog and diffstat: motivation, what changed since the last version, and
 * what the run knows of the series, with no claim beyond what it has checked. Where nobody wrote a motivation, git's
 * request for one stands.
 */
export function coverLetter(input: CoverInput): CoverLetter {
  const { plan, series, previous } = input;
  const headers = factsOf(plan);
  const { title, body, tested } = filledCover(series, headers);
  const isOfEdit = isReclassification(plan);
  const standard = `Reclassify functions of ${joinNames(headers.map(({ name }) => name))}`;
  const changes = previous === null ? '' : changesSection(previous);
  const motivation = body.text === '' ? BLURB : bytesOfText(body.text);
  const contents = isOfEdit ? '' : bytesOfText(`${outline(plan.patches, headers, plan.words).join('\n')}\n`);
  const sections = isOfEdit
    ? [reviewSection({ ...plan, patches: [] }, headers), checksSection(input.run, headers, [], tested.text)]
    : [partsSection(headers, plan.words), readersSection(plan.users), ...sectionsOf(input)];
  const texts = [motivation, contents, changes, bytesOfText(formatSections(sections))];
  return {
    subject: bytesOfText(isOfEdit && series.cover.title === null ? standard : title.text),
    body: texts.filter((text) => text !== '').join('\n'),
  };
}

/** What a reviewer of a split must know. */
function sectionsOf({ plan, series, run, blame }: CoverInput): readonly CoverSection[] {
  const headers = factsOf(plan);
  const { tested, manifests } = filledCover(series, headers);
  return [
    reviewSection(plan, headers),
    checksSection(run, headers, blame, tested.text),
    { title: 'Tooling', lines: toolLines(run, manifests.text) },
  ];
}

function factsOf({ headers }: SeriesPlan): readonly HeaderFacts[] {
  const manifests = headers.map(({ manifest }) => manifest);
  return headers.map((header) => headerFacts(header, manifests));
}

function isReclassification({ patches }: SeriesPlan): boolean {
  return patches.some((patch) => patch.kind === 'made' && patch.topic === 'reclassify');
}
