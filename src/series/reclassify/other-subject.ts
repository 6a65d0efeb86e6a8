import { baseName } from '../../text/file-path.ts';
import { asCommand } from '../changelog/plain-words.ts';
import { joinNames, SUBJECT_WIDTH } from '../wrap-text.ts';

/**
 * The subject of a commit about what no entry of a function says, by the lines of its changelog; without any, by the
 * files that it changes.
 */
export function otherSubject(topic: string, changes: readonly string[], paths: readonly string[]): string {
  if (changes.length === 0) return `${topic}: update ${joinNames(paths.map(baseName))}`;
  const [only = ''] = changes;
  const renamed = changes.map(renamedFile);
  const isRename = changes.every((change, at) => renamed[at] !== null || /^(?:\S+: )?renamed /.test(change));
  const files = renamed.flatMap((one) => one ?? []);
  const renaming = `${topic}: rename ${joinNames(files)}`;
  if (isRename && files.length > 0 && renaming.length <= SUBJECT_WIDTH) return renaming;
  return `${topic}: ${changes.length === 1 ? asCommand(only) : 'adjust the split'}`;
}

/** `a-graph.h to a-state.h`; null for a line about something else. */
function renamedFile(change: string): string | null {
  const [, before, now] = /\brenamed (\S+) to (\S+)$/.exec(change) ?? [];
  return now === undefined || before === undefined ? null : `${baseName(before)} to ${baseName(now)}`;
}
