import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { SeriesSettings } from '../manifest/series/series-file.ts';

/** The assertions of one patch, of all that a manifest asks for. */
export type AssertionGroup = {
  readonly topic: 'assertions' | 'functions';
  /** The one part that the patch is about; null: all of them. */
  readonly part: string | null;
  /** The manifest with nothing but what this patch asserts; the last group of a manifest has it whole. */
  readonly manifest: Manifest;
  readonly holds: (definition: DefinitionReport) => boolean;
};

/** What goes into which assertion patch of a manifest, in the order of the patches; never empty. */
export function assertionGroups(
  manifest: Manifest,
  { assertions, functions }: Pick<SeriesSettings, 'assertions' | 'functions'>,
): readonly AssertionGroup[] {
  const isApart = functions === 'apart' && manifest.functions.size > 0;
  const isListed = ({ file, name }: DefinitionReport): boolean => manifest.functions.get(file)?.has(name) ?? false;
  const withFunctions = (definition: DefinitionReport): boolean => !isApart || !isListed(definition);
  const kept = isApart ? { ...manifest, functions: new Map() } : manifest;
  const parts = assertions === 'part' ? manifest.parts.map(({ name }) => name) : [null];
  const groups = parts.map((part): AssertionGroup => {
    return {
      topic: 'assertions',
      part,
      manifest: part === null ? kept : ofPart(kept, part),
      holds: (definition) => withFunctions(definition) && (part === null || definition.part === part),
    };
  });
  const last: AssertionGroup = { topic: 'functions', part: null, manifest, holds: isListed };
  return isApart ? [...groups, last] : groups;
}

/** A manifest that says nothing of the functions of other parts, so that their bodies stay as they are. */
function ofPart(manifest: Manifest, part: string): Manifest {
  return {
    ...manifest,
    prototypes: new Map([...manifest.prototypes].filter(([, entry]) => entry.part === part)),
    functions: new Map(
      [...manifest.functions].map(([file, functions]) => [
        file,
        new Map([...functions].filter(([, { value }]) => value === part)),
      ]),
    ),
  };
}
