import { bytesOfText } from '../../text/source-text.ts';
import { wrapLine } from '../wrap-text.ts';

/** The version of the series that was sent before this one. */
export type PreviousVersion = {
  /** As subjects count: 1 for a first version. */
  readonly version: number;
  /** What the manifests changed since, a line each: see `manifestChangelog`. */
  readonly changelog: readonly string[];
  /** What its letter said of the versions before it, bytes (latin1). */
  readonly earlier: readonly string[];
};

/** What changed since the previous version, as bytes (latin1). git puts its range-diff at the end of the letter. */
export function changesSection({ version, changelog, earlier }: PreviousVersion): string {
  const items = changelog.length === 0 ? ['the classification is the same'] : changelog;
  const lines = [`Changes since v${version}:`, ...items.flatMap((item) => wrapLine(item, '- ', '  '))];
  return [bytesOfText(lines.join('\n')), ...earlier].map((block) => `${block}\n`).join('\n');
}
