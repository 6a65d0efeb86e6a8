import type { WordQuery } from '../../text/tree.ts';
import { filesHolding, type Repository } from '../git/git.ts';
import { stemsOf } from './word-stems.ts';

/** Fewer files than this are read sooner than git starts. */
const MANY_FILES = 1000;

/**
 * Strings that git is given where that takes short ones. A few more are still found sooner than every file is read: of
 * QEMU that takes as long as 70 strings.
 */
const FEW_STRINGS = 16;
const MOST_STRINGS = 32;

/**
 * Those of the `files` that may answer a query. Where a query means many files, git, which needs a third of the time
 * for it, finds those that hold the beginning of one of its words; `unsearched` are the files in which it cannot look,
 * null for all.
 */
export function candidates(
  repository: Repository | null,
  root: string,
  { files, unsearched }: { readonly files: readonly string[]; readonly unsearched: ReadonlySet<string> | null },
  queries: readonly WordQuery[],
): readonly string[] {
  const accepted = queries.map(({ within }) => files.filter(within));
  const isWide = (at: number): boolean => (accepted[at]?.length ?? 0) - (unsearched?.size ?? 0) >= MANY_FILES;
  const words = queries.filter((_, at) => isWide(at)).flatMap((query) => query.words);
  const few = stemsOf(words, FEW_STRINGS);
  const strings = few.length <= FEW_STRINGS ? few : stemsOf(words, MOST_STRINGS);
  const isForGit = strings.length > 0 && strings.length <= MOST_STRINGS && strings.every(isPlain);
  const holding =
    repository !== null && unsearched !== null && isForGit ? filesHolding(repository, root, strings) : null;
  const reading = new Set<string>();
  for (const [at, paths] of accepted.entries()) {
    const isLeftToGit = holding !== null && isWide(at);
    for (const path of paths) if (!isLeftToGit || holding.has(path) || unsearched?.has(path)) reading.add(path);
  }
  return files.filter((path) => reading.has(path));
}

/** Whether git's arguments carry the string as the bytes that it stands for. */
function isPlain(string: string): boolean {
  return /^[ -~]+$/.test(string);
}
