import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { HeaderChange } from '../changelog/manifest-changelog.ts';
import type { SeriesPatch } from '../series-plan.ts';
import { wrapLine } from '../wrap-text.ts';

/**
 * What changed in a patch since the version before, for below its message; empty where nothing did. Bytes (latin1), as
 * `title`: the one that it had then.
 */
export function patchChanges(
  patch: SeriesPatch,
  version: number,
  ofHeaders: ReadonlyMap<string, readonly HeaderChange[]>,
  title: string | null = null,
): string {
  const lines = [
    ...(title === null ? [] : [`new subject, was "${displayText(title)}"`]),
    ...changesIn(patch, ofHeaders),
  ];
  const items = lines.flatMap((text) => wrapLine(text, '- ', '  '));
  return items.length === 0 ? '' : bytesOfText(`Changes since v${version}:\n${items.join('\n')}\n`);
}

function changesIn(patch: SeriesPatch, ofHeaders: ReadonlyMap<string, readonly HeaderChange[]>): readonly string[] {
  if (patch.kind !== 'made' || patch.topic === 'consumers' || patch.topic === 'members' || patch.topic === 'users')
    return [];
  const topic = patch.topic === 'split' ? 'split' : 'assertions';
  return patch.headers
    .flatMap((header) => ofHeaders.get(header) ?? [])
    .filter((change) => change.of === 'both' || change.of === topic)
    .map(({ text }) => text);
}
