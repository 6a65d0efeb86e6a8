import type { LineChange } from '../../diff/line-change.ts';
import { diffLines, splitLines } from '../../diff/line-diff.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { indexLines, positionAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { ManifestPair, Topic } from './topics.ts';

/** The texts of some manifests (latin1), by header, after each of several steps. */
export type ManifestStep = { readonly topics: readonly Topic[]; readonly texts: ReadonlyMap<string, string> };

/**
 * The change of the manifests in steps, one a topic, in which each line that changes does so once; the last step, where
 * there is something left, has the lines of no topic. Topics that change the same lines share a step.
 */
export function manifestSteps(pairs: readonly ManifestPair[], topics: readonly Topic[]): readonly ManifestStep[] {
  const changes = pairs.flatMap((pair) => changesOf(pair, topics));
  const groups = joined(
    topics,
    changes.map(({ of }) => of),
  );
  const steps: ManifestStep[] = [];
  const done = new Set<OwnChange>();
  for (const group of [...groups, []]) {
    const own = changes.filter(({ of }) =>
      group.length === 0 ? of.length === 0 : of.some((one) => group.includes(one)),
    );
    if (own.length === 0) continue;
    for (const change of own) done.add(change);
    const texts = pairs.map(({ was, now }): readonly [string, string] => {
      const header = now.header.value;
      const made = changes.filter((change) => change.header === header && done.has(change));
      return [header, withChanges(was.source.text, now.source.text, made)];
    });
    steps.push({ topics: group, texts: new Map(texts) });
  }
  return steps;
}

type OwnChange = LineChange & { readonly header: string; readonly of: readonly Topic[] };

function changesOf({ was, now }: ManifestPair, topics: readonly Topic[]): readonly OwnChange[] {
  const [ours, theirs] = [splitLines(was.source.text), splitLines(now.source.text)];
  const [before, after] = [entryLines(was), entryLines(now)];
  const header = now.header.value;
  return diffLines(ours, theirs)
    .flatMap((change) => byEntry(change, before, after))
    .map((change) => {
      const names = new Set([
        ...namesIn(before, change.beforeStart, change.beforeEnd),
        ...namesIn(after, change.afterStart, change.afterEnd),
      ]);
      const of = topics.filter(({ functions }) =>
        functions.some((one) => one.header === header && names.has(one.name)),
      );
      return { ...change, header, of };
    });
}

/** Lines (0-based, half-open) of the entry of each prototype and declaration, in the order of the text. */
type EntryLines = readonly { readonly name: string; readonly start: number; readonly end: number }[];

function entryLines({ source, prototypes, declarations }: Manifest): EntryLines {
  return [prototypes, declarations]
    .flatMap((entries) => linesOf(source.text, entries))
    .sort((a, b) => a.start - b.start);
}

function linesOf(text: string, entries: ReadonlyMap<string, { readonly span: Span }>): EntryLines {
  const lines = indexLines(text);
  const starts = [...entries]
    .map(([name, { span }]) => ({ name, start: positionAt(lines, span.start).line - 1 }))
    .sort((a, b) => a.start - b.start);
  const texts = splitLines(text);
  const indent = (line: number): number => /^[ ]*/.exec(texts[line] ?? '')?.[0].length ?? 0;
  const endOf = (start: number): number => {
    let end = start + 1;
    while (end < texts.length && texts[end]?.trim() !== '' && indent(end) > indent(start)) end++;
    return end;
  };
  return starts.map(({ name, start }, at) => ({ name, start, end: starts[at + 1]?.start ?? endOf(start) }));
}

function namesIn(entries: EntryLines, start: number, end: number): readonly string[] {
  return entries.filter((one) => one.start < end && Math.max(one.end, one.start + 1) > start).map(({ name }) => name);
}

/** A change over several entries as one for each, where both sides have the same entries in the same order. */
function byEntry(change: LineChange, before: EntryLines, after: EntryLines): readonly LineChange[] {
  const ours = before.filter(({ start }) => start >= change.beforeStart && start < change.beforeEnd);
  const theirs = after.filter(({ start }) => start >= change.afterStart && start < change.afterEnd);
  const isSame = ours.length === theirs.length && ours.every(({ name }, at) => name === theirs[at]?.name);
  const isAtKeys = ours[0]?.start === change.beforeStart && theirs[0]?.start === change.afterStart;
  if (ours.length < 2 || !isSame || !isAtKeys) return [change];
  return ours.map((one, at) => ({
    beforeStart: one.start,
    beforeEnd: ours[at + 1]?.start ?? change.beforeEnd,
    afterStart: theirs[at]?.start ?? change.afterStart,
    afterEnd: theirs[at + 1]?.start ?? change.afterEnd,
  }));
}

/** Topics in groups such that none of `ties` has topics of two groups. */
function joined(topics: readonly Topic[], ties: readonly (readonly Topic[])[]): readonly (readonly Topic[])[] {
  let groups: readonly (readonly Topic[])[] = topics.map((topic) => [topic]);
  for (const tie of ties) {
    const touched = groups.filter((group) => group.some((one) => tie.includes(one)));
    if (touched.length < 2) continue;
    const [first] = touched;
    groups = groups.flatMap((group) => {
      if (group === first) return [touched.flat()];
      return touched.includes(group) ? [] : [group];
    });
  }
  return groups;
}

function withChanges(was: string, now: string, changes: readonly LineChange[]): string {
  const [ours, theirs] = [splitLines(was), splitLines(now)];
  const lines: string[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.beforeStart - b.beforeStart || a.afterStart - b.afterStart)) {
    lines.push(...ours.slice(at, change.beforeStart), ...theirs.slice(change.afterStart, change.afterEnd));
    at = change.beforeEnd;
  }
  return [...lines, ...ours.slice(at)].join('');
}
