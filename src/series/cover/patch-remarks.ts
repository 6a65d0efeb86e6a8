import { bytesOfText } from '../../text/source-text.ts';
import type { HeaderChange } from '../changelog/manifest-changelog.ts';
import type { SeriesPatch } from '../series-plan.ts';
import { wrapLine } from '../wrap-text.ts';

/** What changed in a patch since the version before, for below its message; empty where nothing did. Bytes (latin1). */
export function patchChanges(
  patch: SeriesPatch,
  version: number,
  ofHeaders: ReadonlyMap<string, readonly HeaderChange[]>,
): string {
  if (patch.kind !== 'made' || patch.topic === 'consumers' || patch.topic === 'members' || patch.topic === 'users')
    return '';
  const topic = patch.topic === 'split' ? 'split' : 'assertions';
  const lines = patch.headers
    .flatMap((header) => ofHeaders.get(header) ?? [])
    .filter((change) => change.of === 'both' || change.of === topic)
    .flatMap(({ text }) => wrapLine(text, '- ', '  '));
  return lines.length === 0 ? '' : bytesOfText(`Changes since v${version}:\n${lines.join('\n')}\n`);
}
