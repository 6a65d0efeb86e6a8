import { identifiersOf } from '../../model/bodies/body-assertions.ts';
import { learnAssertion } from './learn-assertion.ts';
import type { EvidenceByName } from './learn-evidence.ts';
import { freePartName, type LearntFile } from './learn-part-files.ts';
import { evidenceOf, type LearntStretch, learnSections } from './learn-sections.ts';

/** A part of a split made by hand: a section of one of its files. */
export type LearntSection = LearntStretch & {
  readonly part: string;
  readonly file: LearntFile;
  /** The part that the file is named after; null when this is that part. */
  readonly into: string | null;
  readonly assert: string | null;
};

/**
 * The parts that the part files hold, in their order. A file's first section is the part that the file is named after;
 * a further one is named after what it asserts.
 */
export function learnParts(
  files: readonly LearntFile[],
  evidence: EvidenceByName,
  shared: string,
): readonly LearntSection[] {
  const stretches = files.flatMap((file) =>
    learnSections(file.header, evidence, file.name === shared).map((stretch, at) => ({ file, stretch, at })),
  );
  const asserts = stretches.map(({ stretch }, at) => {
    const others = stretches
      .filter((_, other) => other !== at)
      .flatMap((other) => evidenceOf(other.stretch.items, evidence));
    return learnAssertion(evidenceOf(stretch.items, evidence), others);
  });
  const taken = new Set(files.map(({ name }) => name));
  const all = asserts.flatMap((assert) => assert ?? []);
  return stretches.map(({ file, stretch, at }, index) => {
    const assert = asserts[index] ?? null;
    if (at === 0) return { ...stretch, part: file.name, file, into: null, assert };
    const part = freePartName(nameFrom(assert ?? '', all) ?? file.name, taken);
    taken.add(part);
    return { ...stretch, part, file, into: file.name, assert };
  });
}

/** `IO_OR_GS_CODE();` beside `IO_CODE();` is `io_or_gs`: the words that all the assertions end in say nothing. */
function nameFrom(assert: string, all: readonly string[]): string | null {
  const words = wordsOf(assert);
  const lists = [...new Set(all.map((one) => wordsOf(one).join('_')))].map((one) => one.split('_'));
  const isCommon = (count: number): boolean =>
    lists.length > 1 && lists.every((list) => list.length > count && list.at(-1 - count) === words.at(-1 - count));
  let count = 0;
  while (isCommon(count)) count++;
  const name = words.slice(0, words.length - count).join('_');
  return name === '' ? null : name;
}

/** Those of the last name in a statement: `assert(in_main_thread())` asks `in_main_thread`. */
function wordsOf(assert: string): readonly string[] {
  return (identifiersOf(assert).at(-1) ?? '')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}
