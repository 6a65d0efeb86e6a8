import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { resolveCommit } from '../git/revision.ts';
import { decoded } from './bench-git.ts';
import type { Picked } from './built-commit.ts';
import { commitIndex, readIntoIndex } from './commit-index.ts';
import { signOff } from './commit-message.ts';
import type { SeriesStart } from './series-start.ts';
import { benchGit, benchOutput, type Workbench } from './workbench.ts';

/** Makes the commit that `git cherry-pick` would make, author and message kept, on top of the commit `on`. */
export function pickCommit(
  bench: Workbench,
  start: SeriesStart,
  on: string,
  revision: string,
  signed: boolean,
): Picked {
  const picked = resolveCommit(bench.source.repository, revision);
  if (picked === null) return unusable(bench, revision, 'git knows no such commit');
  const asked = ['log', '-1', '--no-show-signature', '--encoding=UTF-8', '--date=raw', `--format=${FIELDS}`, picked];
  const [parents = '', name = '', email = '', date = '', raw = ''] = benchOutput(bench, 'read a commit', asked).split(
    '\0',
  );
  if (parents.includes(' ')) return unusable(bench, revision, 'it is a merge');
  const patch = benchOutput(bench, 'read a commit', ['diff-tree', ...PATCH, '--root', picked]);
  readIntoIndex(bench, on);
  const applied = benchGit(bench, ['apply', '--cached', '--3way', '--whitespace=nowarn', '-'], { input: patch });
  if (applied.kind === 'failed') return unusable(bench, revision, decoded(applied.message));
  if (benchGit(bench, ['diff-index', '--cached', '--quiet', on]).kind === 'done') {
    return unusable(bench, revision, 'the tree has its change already');
  }
  const written = `${raw.replace(/(?<!\n)\n+$/, '')}\n`;
  const message = signed ? signOff(written, start.committer) : written;
  const id = commitIndex(bench, start, { on, author: { name, email }, date, message });
  return id === null ? unusable(bench, revision, 'its date is not valid') : { id, message };
}

const FIELDS = '%P%x00%an%x00%ae%x00%ad%x00%B';
const PATCH = ['-p', '--no-commit-id', '--binary', '--full-index', '--no-renames'];

function unusable(bench: Workbench, revision: string, reason: string): Diagnostic {
  const place = placeOfFile(bench.source.repository.topLevel);
  return diagnostic('prerequisite-unusable', `the commit '${revision}' cannot be picked: ${reason}`, place);
}
