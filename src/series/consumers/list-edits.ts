import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { callOwner } from './call-owner.ts';
import type { SplitFiles } from './consumer-proposal.ts';
import { extendLines } from './extend-lines.ts';
import { extendRun } from './extend-run.ts';
import { spellLike } from './header-names.ts';
import type { ListOwner } from './list-owner.ts';
import { isFile, type ListForm, listRuns, type Run } from './list-runs.ts';
import { makeOwner } from './make-owner.ts';
import { type Compare, indexBefore, sortOrder } from './sort-order.ts';

export type ListEdits = {
  readonly kind: 'list' | 'unknown';
  readonly edits: readonly TextEdit[];
  readonly feeds: boolean;
  /** Places that are not changed, but for comments. */
  readonly left: readonly Span[];
  readonly why: string;
};

/** What becomes of one place at which a header is named. */
type Answer =
  | { readonly kind: 'added'; readonly edits: readonly TextEdit[]; readonly feeds: boolean }
  | { readonly kind: 'there-already' }
  | { readonly kind: 'left'; readonly why: string };

/** The edits that name the part files beside the header in every list of a file, once for each place. */
export function listEdits(
  { text }: SourceText,
  form: ListForm | 'plain',
  names: readonly Span[],
  split: SplitFiles,
): ListEdits {
  const runs = form === 'plain' ? [] : listRuns(text, form);
  const answers = names.map((name) => answerAt(text, runs, name, split));
  const added = answers.flatMap((answer) => (answer.kind === 'added' ? [answer] : []));
  const reasons = [...new Set(answers.flatMap((answer) => (answer.kind === 'left' ? [answer.why] : [])))];
  const rest = reasons.length > 0 ? `; not changed where it is ${reasons.join(', or ')}` : '';
  const left = names.filter((_, at) => {
    const answer = answers[at];
    return answer?.kind === 'left' && answer.why !== IN_COMMENT;
  });
  if (added.length > 0) {
    const isFed = added.some(({ feeds }) => feeds);
    const why = isFed ? FEEDS : 'a list of files has the header';
    return { kind: 'list', edits: added.flatMap(({ edits }) => edits), feeds: isFed, left, why: why + rest };
  }
  if (answers.some(({ kind }) => kind === 'there-already')) {
    return { kind: 'list', edits: [], feeds: false, left, why: `the part files are listed already${rest}` };
  }
  return {
    kind: 'unknown',
    edits: [],
    feeds: false,
    left,
    why: reasons.join(', or ') || 'it names the header in no way that is understood',
  };
}

const IN_COMMENT = 'in a comment';

const FEEDS =
  'a program gets the header as input and reads it as text, and the wrapper declares nothing; ' +
  'leave out what the program does not need';

function answerAt(text: string, runs: readonly Run[], name: Span, split: SplitFiles): Answer {
  if (isInComment(text, name)) return { kind: 'left', why: IN_COMMENT };
  const spelt = text.slice(name.start, name.end);
  const parts = split.partFiles.map((file) => spellLike(spelt, split.header, file));
  if (parts.some((part) => part === null)) {
    return { kind: 'left', why: 'spelt in a way that does not lead to the part files' };
  }
  const spelling = parts.filter((part) => part !== null);
  const run = runs.find(({ words }) => words.some(({ span }) => span.start <= name.start && name.end <= span.end));
  const asLine = extendLines(text, name, spelling);
  const fallback = (why: string): Answer =>
    asLine === null
      ? { kind: 'left', why }
      : asLine.length > 0
        ? { kind: 'added', edits: asLine, feeds: false }
        : { kind: 'there-already' };
  if (!run) return fallback('no entry of a list');
  const owner = run.form === 'make' ? makeOwner(text, run) : callOwner(text, run);
  return owner.kind === 'other' ? fallback(owner.why) : inRun(text, run, owner, name, spelling);
}

function inRun(
  text: string,
  run: Run,
  { isFree, feeds }: Extract<ListOwner, { kind: 'list' }>,
  name: Span,
  parts: readonly string[],
): Answer {
  const at = run.words.findIndex(({ span }) => span.start <= name.start && name.end <= span.end);
  const word = run.words[at];
  if (!word || word.span.end - word.quote.length !== name.end) return { kind: 'left', why: 'part of a longer word' };
  const before = text.slice(word.span.start + word.quote.length, name.start);
  const wanted = parts.map((part) => before + part).filter((part) => !run.words.some((one) => one.text === part));
  if (wanted.length === 0) return { kind: 'there-already' };
  if (/^[ \t]*(?:,[ \t]*)?#/.test(text.slice(word.span.end, word.span.end + 200))) {
    return { kind: 'left', why: 'followed by a comment that would change its place' };
  }
  const { among, order } = placesIn(run, /\.\w+$/.exec(word.text)?.[0] ?? '', isFree);
  const entries = among.map(({ text: entry }) => entry);
  const beside = among.findIndex(({ index }) => index === at);
  const insertions = (order ? [...wanted].sort(order) : wanted).map((part) => {
    const behind = indexBefore(entries, part, order, beside);
    const index = behind < 0 ? (among[0]?.index ?? at) - 1 : (among[behind]?.index ?? at);
    return { behind: index, written: word.quote + part + word.quote };
  });
  return { kind: 'added', edits: extendRun(text, run, at, insertions), feeds };
}

/** The entries that a new one goes among, and how they are sorted: headers that stand together, else all files. */
function placesIn(
  { words }: Run,
  extension: string,
  isFree: boolean,
): { readonly among: readonly { readonly text: string; readonly index: number }[]; readonly order: Compare | null } {
  const files = words.flatMap((one, index) => (isFile(one) ? [{ text: one.text, index }] : []));
  const alike = files.filter(({ text }) => text.endsWith(extension));
  const first = files.findIndex(({ text }) => text.endsWith(extension));
  const areTogether = alike.length > 1 && alike.every((one, at) => one === files[first + at]);
  const ofAll =
    isFree && !areTogether
      ? sortOrder(
          files.map(({ text }) => text),
          FEW_ASTRAY,
        )
      : null;
  if (ofAll !== null) return { among: files, order: ofAll };
  return { among: alike, order: isFree ? sortOrder(alike.map(({ text }) => text)) : null };
}

/** One neighbour in ten out of order is an oversight of a long list. */
const FEW_ASTRAY = 0.1;

function isInComment(text: string, name: Span): boolean {
  const lineStart = text.lastIndexOf('\n', name.start) + 1;
  return /^[ \t]*(?:#|\/\/|;|<!--|\/?\*|--[ \t])/.test(text.slice(lineStart, name.start));
}
