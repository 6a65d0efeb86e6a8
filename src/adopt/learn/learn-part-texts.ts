import { defaultPartFile } from '../../manifest/read/part-file.ts';
import type { LearntPart } from '../../manifest/write-learnt-manifest.ts';
import { identifiersOf } from '../../model/bodies/body-assertions.ts';
import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { guardName } from '../../plan/guard-names.ts';
import { closureOf, type IncludeGraph } from '../../plan/includes/include-graph.ts';
import { type IncludedNames, includedNames } from '../../plan/includes/included-names.ts';
import { placeOf } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { learnAssertInclude } from './learn-assert-include.ts';
import { bannerText, type FormatBanner } from './learn-banner.ts';
import type { EvidenceByName } from './learn-evidence.ts';
import type { LearntSection } from './learn-parts.ts';
import { evidenceOf } from './learn-sections.ts';

export type SectionsInput = {
  readonly tree: Tree;
  readonly graph: IncludeGraph;
  readonly wrapper: Header;
  readonly sections: readonly LearntSection[];
  readonly evidence: EvidenceByName;
  readonly format: FormatBanner;
  /** Whether an item of a header includes a part file. */
  readonly includesPart: (header: Header, item: Item) => boolean;
};

/** What a manifest says of the part of each section, and a sentence on each thing that it has no words for. */
export function learnPartTexts(input: SectionsInput): {
  readonly parts: readonly LearntPart[];
  readonly remarks: readonly string[];
} {
  const names = includedNames(input.tree);
  const remarks: string[] = [];
  const parts = input.sections.map((section) => {
    const { part, file, into, assert } = section;
    const holders = assert === null ? [] : evidenceOf(section.items, input.evidence).filter((one) => one.holds(assert));
    const files = [...new Set(holders.map((one) => one.file))];
    const assertInclude = assert === null ? null : learnAssertInclude({ ...input, names }, assert, files);
    const banner = bannerOf(input, section, assertInclude);
    if (assert !== null && assertInclude === null && !isDeclaredIn(input, names, assert))
      remarks.push(
        `No include is found that all files with the assertion of '${part}' have for it: write \`assert_include\` by hand.`,
      );
    remarks.push(...banner.remarks, ...(into === null ? guardRemarks(input.wrapper, file.header) : []));
    const { path } = file.header.source;
    return {
      name: part,
      into,
      file: into !== null || path === defaultPartFile(input.wrapper.source.path, part) ? null : bytesOfText(path),
      guard: into === null ? ownGuard(input.wrapper, file.header) : null,
      banner: banner.text,
      assert,
      assertInclude,
    };
  });
  return { parts, remarks };
}

/** Whether the header or what it includes declares a name in an assertion, which needs no other include then. */
function isDeclaredIn({ graph, wrapper }: SectionsInput, names: IncludedNames, statement: string): boolean {
  const { path } = wrapper.source;
  const declared = names.declaredIn([path, ...closureOf(graph, path, '')]);
  return identifiersOf(statement).some((word) => declared.has(word));
}

/** A banner stands above what its section holds, below the includes that a split writes itself. */
function bannerOf(
  { format, includesPart }: SectionsInput,
  { file, banner, items }: LearntSection,
  assertInclude: string | null,
): { readonly text: string | null; readonly remarks: readonly string[] } {
  if (banner === null) return { text: null, remarks: [] };
  const { source } = file.header;
  const text = bannerText(source.text.slice(banner.start, banner.end), format);
  const above = items.filter(({ span }) => span.start < banner.start);
  const isBelowOthers = above.some(
    (item) => !includesPart(file.header, item) && !includedPath(item).some((path) => path === assertInclude),
  );
  if (text !== null && !isBelowOthers) return { text, remarks: [] };
  const reason = text === null ? 'a split would write it differently' : 'it is below includes';
  return {
    text: null,
    remarks: [`${source.path}:${placeOf(source, banner).line} is not taken as a banner: ${reason}.`],
  };
}

/** The guard of a part file where it is not what a split would derive from the wrapper's. */
function ownGuard(wrapper: Header, { guard, source }: Header): string | null {
  if (guard.kind !== 'macro' || wrapper.guard.kind === 'once') return null;
  return guard.name === guardName(wrapper, source.path, []) ? null : guard.name;
}

function guardRemarks(wrapper: Header, { guard, source }: Header): readonly string[] {
  if (guard.kind === wrapper.guard.kind) return [];
  return [`${source.path} is guarded differently from ${wrapper.source.path}.`];
}
