import { contentAfter, contentBefore, type FileChange } from '../../diff/file-change.ts';
import type { MadePatch } from '../../series/series-plan.ts';
import { blobId } from '../git/git.ts';
import { blobIdsIn } from '../tree/list-revision.ts';
import { BenchFailure } from './bench-git.ts';
import type { BuiltCommit } from './built-commit.ts';
import { commitMessage, signOff } from './commit-message.ts';
import { formatPerson } from './mails/person.ts';
import type { SeriesStart } from './series-start.ts';
import { benchOutput, fromTop, type Workbench } from './workbench.ts';

/** Makes commits of the patches' bytes as they are, all in one process: no filter of line ends or encodings applies. */
export function importMade(
  bench: Workbench,
  start: SeriesStart,
  on: string,
  patches: readonly MadePatch[],
  signed: boolean,
): readonly BuiltCommit[] {
  checkStanding(bench, on, patches);
  const messages = patches.map(({ subject, body }) => {
    const message = commitMessage(subject, body);
    return signed ? signOff(message, start.committer) : message;
  });
  const commits = patches.map((patch, at) => commitCommand(bench, start, patch, messages[at] ?? '', at + 1));
  // `reset` first: the branch may hold what was built before.
  const stream = `reset ${BRANCH}\nfrom ${on}\n\n${commits.join('')}done\n`;
  const asked = ['fast-import', '--quiet', '--done', '--force'];
  const ids = benchOutput(bench, 'make the commits', asked, { input: stream }).split('\n');
  return patches.map((patch, at) => {
    const id = ids[at];
    if (!id) throw new BenchFailure('make the commits', `no id of commit ${at + 1}`);
    return { id, message: messages[at] ?? '', patch };
  });
}

const BRANCH = 'refs/heads/series';

function commitCommand(
  bench: Workbench,
  { author, committer, date }: SeriesStart,
  patch: MadePatch,
  message: string,
  mark: number,
): string {
  const people = `author ${formatPerson(author)} ${date}\ncommitter ${formatPerson(committer)} ${date}\n`;
  const files = patch.changes.map((change) => fileCommand(bench, change));
  return `commit ${BRANCH}\nmark :${mark}\n${people}${dataCommand(message)}${files.join('')}\nget-mark :${mark}\n`;
}

function fileCommand(bench: Workbench, change: FileChange): string {
  const path = quoted(fromTop(bench, change.path));
  const after = contentAfter(change);
  return after === null ? `D ${path}\n` : `M ${change.mode} inline ${path}\n${dataCommand(after)}`;
}

function dataCommand(bytes: string): string {
  return `data ${bytes.length}\n${bytes}\n`;
}

function quoted(path: string): string {
  const bytes = Buffer.from(path, 'utf8').toString('latin1');
  return `"${bytes.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** fast-import asks nothing: it would lay a file over another version, or delete what is not there. */
function checkStanding(bench: Workbench, on: string, patches: readonly MadePatch[]): void {
  const paths = [...new Set(patches.flatMap(({ changes }) => changes.map(({ path }) => path)))];
  const names = paths.map((path) => fromTop(bench, path));
  const found = blobIdsIn(bench.repository, on, names);
  const standing = new Map(paths.map((path, at) => [path, found.get(names[at] ?? '') ?? null]));
  const { objectFormat } = bench.repository;
  const idOf = (content: string | null): string | null => (content === null ? null : blobId(content, objectFormat));
  for (const change of patches.flatMap(({ changes }) => changes)) {
    if (standing.get(change.path) !== idOf(contentBefore(change))) {
      throw new Error(`a patch was planned on another version of ${change.path}`);
    }
    standing.set(change.path, idOf(contentAfter(change)));
  }
}
