import { isCommand } from '../text/runner-commands.ts';
import type { Placement } from './manifest.ts';
import { quoted, scalar } from './scalar.ts';
import { annotationsSection, definitionsSection, type HeadDraft, headSection, joinSections } from './write-manifest.ts';

/** What is known of a split made by hand, to be written as a manifest. All text is latin1, as files are held. */
export type LearntManifest = Omit<HeadDraft, 'schemaRef' | 'reinclude'> & {
  /** In the order in which the wrapper includes them. */
  readonly parts: readonly LearntPart[];
  readonly wrapperBanner: string | null;
  /** Include path -> part, or `wrapper`. */
  readonly includes: ReadonlyMap<string, string>;
  readonly annotations: readonly string[];
  readonly definitions: readonly string[] | null;
  /** Files that only define again what those define; written as a comment. */
  readonly otherDefinitions: readonly string[];
  readonly placement: Placement;
  readonly declarationMacros: readonly string[];
  /** Function -> part, in the order of the files. */
  readonly prototypes: ReadonlyMap<string, string>;
  /** Any other name -> part. */
  readonly declarations: ReadonlyMap<string, string>;
  /** What the files have and a manifest cannot say, a sentence each; written as comments. */
  readonly remarks: readonly string[];
};

export type LearntPart = {
  readonly name: string;
  readonly into: string | null;
  /** null: as it follows from the part's name. */
  readonly file: string | null;
  /** null: as it follows from the file's name. */
  readonly guard: string | null;
  readonly banner: string | null;
  readonly assert: string | null;
  readonly assertInclude: string | null;
};

/** The manifest's text (latin1, ends with a newline). `parseManifest` accepts it. */
export function formatLearntManifest(learnt: LearntManifest, schemaRef: string): string {
  const { wrapperBanner, placement, declarationMacros } = learnt;
  return joinSections([
    headSection({ ...learnt, schemaRef, reinclude: false }),
    ['# In the order in which the header includes them.', 'parts:', ...learnt.parts.flatMap(partLines)],
    wrapperBanner === null ? [] : ['wrapper:', ...bannerLines(wrapperBanner, '  ')],
    mappingLines('includes', learnt.includes),
    annotationsSection(learnt.annotations, []),
    definitionsSection(learnt.definitions, learnt.otherDefinitions),
    [
      ...(declarationMacros.length === 0 ? [] : [`declaration_macros: [${declarationMacros.map(scalar).join(', ')}]`]),
      ...(placement === 'first' ? ['placement: first'] : []),
    ],
    learnt.prototypes.size === 0 ? ['prototypes: {}'] : mappingLines('prototypes', learnt.prototypes),
    mappingLines('declarations', learnt.declarations),
    learnt.remarks.length === 0
      ? []
      : ['# What the files have and a manifest cannot say:', ...learnt.remarks.map((remark) => `# - ${remark}`)],
  ]);
}

function partLines({ name, into, file, guard, banner, assert, assertInclude }: LearntPart): readonly string[] {
  const lines = [
    ...(into === null ? [] : [`    into: ${scalar(into)}`]),
    ...(file === null ? [] : [`    file: ${scalar(file)}`]),
    ...(guard === null ? [] : [`    guard: ${scalar(guard)}`]),
    ...(banner === null ? [] : bannerLines(banner, '    ')),
    ...(assert === null ? [] : [`    assert: ${statement(assert)}`]),
    ...(assertInclude === null ? [] : [`    assert_include: ${scalar(assertInclude)}`]),
  ];
  return lines.length === 0 ? [`  ${scalar(name)}: {}`] : [`  ${scalar(name)}:`, ...lines];
}

/**
 * Several lines stand as they are, with the indentation said where the text's own would be taken for it; not where one
 * of them would be a command to the runner of a CI service that shows the manifest.
 */
function bannerLines(banner: string, indentation: string): readonly string[] {
  if (!banner.includes('\n') || banner.split('\n').some(isCommand)) return [`${indentation}banner: ${quoted(banner)}`];
  const lines = banner.split('\n').map((line) => (line === '' ? '' : `${indentation}  ${line}`));
  return [`${indentation}banner: |${/^\s/.test(banner) ? '2' : ''}`, ...lines];
}

function mappingLines(key: string, entries: ReadonlyMap<string, string>): readonly string[] {
  if (entries.size === 0) return [];
  return [`${key}:`, ...[...entries].map(([name, part]) => `  ${scalar(name)}: ${scalar(part)}`)];
}

/** Plain where it holds nothing that YAML reads otherwise. */
function statement(text: string): string {
  return /^[A-Za-z_][\w(); ,.+*/<>=-]*$/.test(text) ? text : quoted(text);
}
