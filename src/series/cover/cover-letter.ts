import type { SeriesSettings } from '../../manifest/series/series-file.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { headerFacts } from '../header-facts.ts';
import type { BlameFigure, CoverLetter, SeriesPlan } from '../series-plan.ts';
import { blameSection } from './cover-blame.ts';
import { changesSection, type PreviousVersion } from './cover-changes.ts';
import { outline } from './cover-outline.ts';
import { partsSection } from './cover-parts.ts';
import { reviewSection } from './cover-review.ts';
import { checksSection, type ToolRun, toolSection } from './cover-run.ts';
import { type CoverSection, formatSections } from './cover-section.ts';
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

/** What git puts where the text of a cover letter shall be written. */
const BLURB = '*** BLURB HERE ***\n';

/** What a series of one patch has below its message in place of a letter; bytes (latin1). */
export function remarksOfOne({ plan, run, blame, previous }: CoverInput): string {
  const manifests = plan.headers.map(({ manifest }) => manifest);
  const headers = plan.headers.map((header) => headerFacts(header, manifests));
  const sections = [
    reviewSection(plan.findings, headers),
    blameSection(blame),
    checksSection(run, headers),
    toolSection(run),
  ];
  const changes = previous === null ? '' : changesSection(previous);
  return [changes, bytesOfText(formatSections(sections))].filter((text) => text !== '').join('\n');
}

/**
 * The cover letter up to where git puts shortlog and diffstat: motivation, what changed since the last version, and
 * what the run knows of the series, with no claim beyond what it has checked. Where nobody wrote a motivation, git's
 * request for one stands.
 */
export function coverLetter({ plan, series, run, blame, previous }: CoverInput): CoverLetter {
  const manifests = plan.headers.map(({ manifest }) => manifest);
  const headers = plan.headers.map((header) => headerFacts(header, manifests));
  const { title, body } = filledCover(series, headers);
  const sections: readonly CoverSection[] = [
    partsSection(headers),
    reviewSection(plan.findings, headers),
    blameSection(blame),
    checksSection(run, headers),
    toolSection(run),
  ];
  const changes = previous === null ? '' : changesSection(previous);
  const motivation = body.text === '' ? BLURB : bytesOfText(body.text);
  const contents = bytesOfText(`${outline(plan.patches, headers).join('\n')}\n`);
  const texts = [motivation, contents, changes, bytesOfText(formatSections(sections))];
  return {
    subject: bytesOfText(title.text),
    body: texts.filter((text) => text !== '').join('\n'),
  };
}
