/** A manifest before it is printed as YAML; edits change this. */
export type ManifestDraft = {
  readonly header: string;
  readonly shared: string;
  readonly parts: readonly PartOfManifest[];
  readonly wrapperBanner: string | null;
  readonly placement: 'after-declarations' | 'first';
  readonly definitions: readonly string[] | null;
  readonly includeDirs: readonly string[];
  readonly reinclude: boolean;
  /** Pairs that the header has and that no list of the tool knows. */
  readonly brackets: readonly (readonly [string, string])[];
  readonly functions: ReadonlyMap<string, FunctionEntry>;
  /** Only those that are not in the shared part. */
  readonly declarations: ReadonlyMap<string, string>;
  /** Names that `declarations` may hold. */
  readonly movable: readonly string[];
};

export type PartOfManifest = {
  readonly name: string;
  readonly file: string | null;
  readonly guard: string | null;
  readonly banner: string | null;
  readonly assert: string | null;
  readonly into: string | null;
};

export type FunctionEntry = {
  readonly part: string;
  readonly isAsserted: boolean;
  readonly comment: 'own' | 'section' | null;
};

/** The manifest as YAML. Strings are JSON's, which are YAML's as well. */
export function printManifest(draft: ManifestDraft): string {
  const lines = [
    'version: 1',
    `header: ${draft.header}`,
    `shared: ${draft.shared}`,
    `include_dirs: ${JSON.stringify(draft.includeDirs)}`,
    ...(draft.brackets.length > 0 ? [`brackets: ${JSON.stringify(draft.brackets)}`] : []),
    `placement: ${draft.placement}`,
    ...(draft.reinclude ? ['reinclude: once'] : []),
    ...(draft.definitions ? [`definitions: ${JSON.stringify(draft.definitions)}`] : []),
    ...(draft.wrapperBanner ? [`wrapper: { banner: ${JSON.stringify(draft.wrapperBanner)} }`] : []),
    'parts:',
    ...draft.parts.map((part) => `  ${part.name}: ${printPart(part)}`),
    draft.functions.size === 0 ? 'prototypes: {}' : 'prototypes:',
    ...[...draft.functions].map(([name, entry]) => `  ${JSON.stringify(name)}: ${printEntry(entry)}`),
    ...(draft.declarations.size === 0 ? [] : ['declarations:']),
    ...[...draft.declarations].map(([name, part]) => `  ${JSON.stringify(name)}: ${part}`),
  ];
  return `${lines.join('\n')}\n`;
}

function printPart({ file, guard, banner, assert, into }: PartOfManifest): string {
  const include = assert === null ? null : 'support.h';
  const keys = Object.entries({ file, guard, banner, assert, assert_include: include, into });
  return `{${keys.flatMap(([key, value]) => (value === null ? [] : [` ${key}: ${JSON.stringify(value)}`])).join(',')} }`;
}

function printEntry({ part, isAsserted, comment }: FunctionEntry): string {
  if (isAsserted && comment === null) return part;
  return `{ part: ${part}${isAsserted ? '' : ', assert: false'}${comment === null ? '' : `, comment: ${comment}`} }`;
}
