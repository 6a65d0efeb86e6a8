import { contentBefore, type FileChange } from '../diff/file-change.ts';
import { baseName } from '../text/file-path.ts';
import { isGenerated } from './consumers/generated-file.ts';
import type { PatchFacts } from './patch-facts.ts';
import { joinNames, SUBJECT_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch for files that name a header without including it, when the series file has none. */
export function consumerSubject({ header, changes, series }: PatchFacts): string {
  const prefix = series.prefixes.get(header.path) ?? header.name;
  const files = joinNames([...new Set(changes.map(({ path }) => baseName(path)))]);
  const long = `${prefix}: adjust references to ${header.name} in ${files}`;
  return long.length <= SUBJECT_WIDTH ? long : `${prefix}: adjust references to ${header.name}`;
}

/** What such a patch says. */
export function consumerBody(facts: PatchFacts): string {
  const first = `Adjust references to ${facts.header.name}, which was split:`;
  return [wrapLine(first).join('\n'), consumerLines(facts, facts.changes).join('\n')].join('\n\n');
}

/** Of each file what becomes of it, where that can be said in a line. */
export function consumerLines({ told }: Pick<PatchFacts, 'told'>, changes: readonly FileChange[]): readonly string[] {
  return changes.flatMap((change) => {
    const { path } = change;
    const clause = told.get(path) ?? '';
    const file = isGenerated(contentBefore(change) ?? '') ? `${path} (generated)` : path;
    return wrapLine(clause === '' ? file : `${file}: ${clause}`, '  ', '      ');
  });
}
