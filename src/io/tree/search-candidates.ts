import type { WordQuery } from '../../text/tree.ts';
import { filesHolding, type Repository } from '../git/git.ts';
import { coveringStrings } from './covering-strings.ts';
import { readEach } from './scan-files.ts';
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
 * Files and words for which choosing the strings by what stands in some of the files takes less time than it saves, and
 * how many files are looked at for it. So few beginnings of words as `CHEAP_STRINGS` need no choice.
 */
const VERY_MANY_FILES = 30_000;
const MOST_WORDS = 400;
const SAMPLE = 96;
const CHEAP_STRINGS = 8;

/**
 * Those of the `files` that may answer a query. Where a query means many files, git, which needs a third of the time
 * for it, finds those that hold a part of one of its words; `unsearched` are the files in which it cannot look, null for
 * all.
 */
export function candidates(
  repository: Repository | null,
  root: string,
  { files, unsearched }: { readonly files: readonly string[]; readonly unsearched: ReadonlySet<string> | null },
  queries: readonly WordQuery[],
): readonly string[] {
  const many = MANY_FILES + (unsearched?.size ?? 0);
  const wide = repository === null || unsearched === null ? [] : queries.filter((query) => means(query, files, many));
  const words = [...new Set(wide.flatMap((query) => query.words))];
  const areWords = words.length <= CHEAP_STRINGS && words.every(isPlainWord);
  const strings = areWords ? words : stringsToFind(words, root, files);
  const isForGit = strings.length > 0 && strings.length <= MOST_STRINGS && strings.every(isPlain);
  const holding = repository !== null && isForGit ? filesHolding(repository, root, strings, areWords) : null;
  const narrow = holding === null ? queries : queries.filter((query) => !wide.includes(query));
  const mayHold = holding === null ? new Set<string>() : new Set([...holding, ...(unsearched ?? [])]);
  const inWide = (path: string): boolean => mayHold.has(path) && wide.some(({ within }) => within(path));
  return narrow.length === 0
    ? files.filter(inWide)
    : files.filter((path) => narrow.some(({ within }) => within(path)) || inWide(path));
}

/** Whether a query means so many of the files. */
function means({ within }: WordQuery, files: readonly string[], many: number): boolean {
  let count = 0;
  return files.some((path) => within(path) && ++count >= many);
}

/** Strings such that each of the words holds one; more than `MOST_STRINGS` where so few were not found. */
function stringsToFind(words: readonly string[], root: string, files: readonly string[]): readonly string[] {
  const few = stemsOf(words, FEW_STRINGS);
  const isWorthAChoice = files.length >= VERY_MANY_FILES && words.length <= MOST_WORDS && few.length > CHEAP_STRINGS;
  if (isWorthAChoice) return coveringStrings(words, sharesIn(root, files));
  return few.length <= FEW_STRINGS ? few : stemsOf(words, MOST_STRINGS);
}

/** About which share of the files a string stands in, by a look at some of them. */
function sharesIn(root: string, files: readonly string[]): (string: string) => number {
  const texts: string[] = [];
  const step = Math.max(1, Math.floor(files.length / SAMPLE));
  readEach(
    root,
    files.filter((_, at) => at % step === 0),
    (_, bytes) => texts.push(bytes.toString('latin1')),
  );
  const known = new Map<string, number>();
  return (string) => {
    const share = known.get(string) ?? texts.filter((text) => text.includes(string)).length / Math.max(1, texts.length);
    known.set(string, share);
    return share;
  };
}

/** Of these git knows where one ends. */
function isPlainWord(word: string): boolean {
  return /^[A-Za-z_]\w*$/.test(word);
}

/** Whether git's arguments carry the string as the bytes that it stands for. */
function isPlain(string: string): boolean {
  return /^[ -~]+$/.test(string);
}
