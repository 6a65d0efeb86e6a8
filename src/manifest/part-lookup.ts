import type { Manifest, Part } from './manifest.ts';

/** The part of a name. */
export function partNamed({ parts }: Pick<Manifest, 'parts'>, name: string | null | undefined): Part | undefined {
  return name === null || name === undefined ? undefined : indexOf(parts).named.get(name);
}

/** The parts that a file has a section of, in the manifest's order. */
export function partsIn({ parts }: Pick<Manifest, 'parts'>, file: string): readonly Part[] {
  return indexOf(parts).inFile.get(file) ?? [];
}

/** The file of a part; null for what is no part. */
export function fileOf(manifest: Pick<Manifest, 'parts'>, name: string | null | undefined): string | null {
  return partNamed(manifest, name)?.file ?? null;
}

/** The file of a part that the manifest has: whoever asks took the name from an entry, and those were checked. */
export function fileOfPart(manifest: Pick<Manifest, 'parts'>, name: string): string {
  const file = fileOf(manifest, name);
  if (file === null) throw new Error(`'${name}' is not a part`);
  return file;
}

/** The part files, each once, in the manifest's order. */
export function filesOf({ parts }: Pick<Manifest, 'parts'>): readonly string[] {
  return [...indexOf(parts).inFile.keys()];
}

/** The position of a part in the manifest; -1 for what is no part. */
export function positionOf({ parts }: Pick<Manifest, 'parts'>, name: string): number {
  return indexOf(parts).positions.get(name) ?? -1;
}

type Index = {
  readonly named: ReadonlyMap<string, Part>;
  readonly positions: ReadonlyMap<string, number>;
  readonly inFile: ReadonlyMap<string, readonly Part[]>;
};

/** A manifest of thousands of parts is asked for each thousands of times. */
const indexed = new WeakMap<readonly Part[], Index>();

function indexOf(parts: readonly Part[]): Index {
  const known = indexed.get(parts);
  if (known) return known;
  const inFile = new Map<string, Part[]>();
  for (const part of parts) {
    const known = inFile.get(part.file);
    if (known) known.push(part);
    else inFile.set(part.file, [part]);
  }
  const index: Index = {
    named: new Map(parts.map((part) => [part.name, part])),
    positions: new Map(parts.map(({ name }, at) => [name, at])),
    inFile,
  };
  indexed.set(parts, index);
  return index;
}
