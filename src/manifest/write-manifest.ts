import { quoted, scalar } from './scalar.ts';
import { type PrototypeRemarks, prototypesSection } from './write-prototypes.ts';

/**
 * What `init` knows of a header, to be written as a manifest in which no prototype has a part yet. All text is latin1,
 * as files are held.
 */
export type ManifestDraft = HeadDraft & {
  readonly parts: readonly string[];
  readonly annotations: readonly string[];
  /** Identifiers that stand where annotations do; written as a comment. */
  readonly suggestions?: readonly string[];
  /** null: left at the default. */
  readonly definitions: readonly string[] | null;
  /** Files that only define again what those define; written as a comment. */
  readonly otherDefinitions?: readonly string[];
  /** In the header's order. */
  readonly prototypes: readonly string[];
  readonly remarks?: PrototypeRemarks;
  /** The header has no licence comment: `licence` is offered. */
  readonly licenceMissing: boolean;
  /** What keeps the header from being included again: `reinclude` is offered. Default: nothing does. */
  readonly once?: 'no guard' | 'code outside' | null;
};

/** What every manifest begins with. */
export type HeadDraft = {
  /** Where the editor finds the JSON Schema: a path relative to the manifest, or a URL. */
  readonly schemaRef: string;
  readonly header: string;
  readonly shared: string;
  readonly prelude: string | null;
  /** Folders, `.` for the root; none: left at the default. */
  readonly includeDirs: readonly string[];
  /** The header has no guard around all of its code. */
  readonly reinclude: boolean;
};

/** The manifest's text (latin1, ends with a newline). `parseManifest` accepts it. */
export function formatManifest(draft: ManifestDraft): string {
  return joinSections([
    headSection(draft),
    partsSection(draft.parts, draft.shared),
    ...(draft.once ? [[ONCE_HINTS[draft.once], '# reinclude: once']] : []),
    ...(draft.licenceMissing ? [LICENCE_HINT] : []),
    annotationsSection(draft.annotations, draft.suggestions ?? []),
    definitionsSection(draft.definitions, draft.otherDefinitions ?? []),
    prototypesSection(draft.prototypes, draft.parts, draft.remarks ?? null),
  ]);
}

/** Groups of lines with a blank line between them; empty ones left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const LICENCE_HINT = [
  '# The header has no licence comment. The part files take theirs from a file of the tree:',
  '# licence: { from: path/to/file.c }',
];

const ONCE_HINTS = {
  'no guard': '# The header has no include guard. Add one, or use the next line if including it once is enough:',
  'code outside':
    '# The header has code outside its include guard. Move it inside, or use the next line if including it once is enough:',
};

const PART_HINTS = [
  '    # banner: What its users must know.',
  '    # assert: my_assert(in_main_thread());',
  '    # assert_include: my/thread.h',
];

/** Version, header, shared part and what every unit includes first. */
export function headSection({ schemaRef, header, shared, prelude, includeDirs, reinclude }: HeadDraft): string[] {
  return [
    `# yaml-language-server: $schema=${schemaRef}`,
    'version: 1',
    `header: ${scalar(header)}`,
    `shared: ${scalar(shared)}`,
    ...(prelude === null ? [] : [`prelude: ${scalar(prelude)}`]),
    ...(includeDirs.length === 0 ? [] : [`include_dirs: [${includeDirs.map(folder).join(', ')}]`]),
    ...(reinclude ? ['reinclude: once'] : []),
  ];
}

/** The root is a plain scalar too. */
function folder(path: string): string {
  return path === '.' ? path : scalar(path);
}

function partsSection(parts: readonly string[], shared: string): string[] {
  const lines = parts.flatMap((part) =>
    part === shared
      ? [`  ${scalar(part)}: {} # takes every declaration that is not assigned`]
      : [
          `  ${scalar(part)}:`,
          ...PART_HINTS,
          `    # may_call: [${[...new Set([part, shared])].map(scalar).join(', ')}]`,
        ],
  );
  return ['# In the order in which the header will include them.', 'parts:', ...lines];
}

/** `suggestions` are written as a comment. */
export function annotationsSection(annotations: readonly string[], suggestions: readonly string[]): string[] {
  return [
    ...(annotations.length === 0 ? [] : ['annotations:', ...annotations.map((name) => `  - ${scalar(name)}`)]),
    ...(suggestions.length === 0 ? [] : [`# Perhaps annotations as well: ${suggestions.join(', ')}`]),
  ];
}

/** `others` are written as a comment. */
export function definitionsSection(globs: readonly string[] | null, others: readonly string[]): string[] {
  if (globs === null) return [];
  const leftOut = [
    '  # Left out because they define the same functions again (stubs, other systems); add any that should assert:',
    ...others.map((file) => `  # - ${quoted(file)}`),
  ];
  const list = globs.map((glob) => `  - ${quoted(glob)}`);
  return ['# Where the definitions are.', 'definitions:', ...list, ...(others.length > 0 ? leftOut : [])];
}
