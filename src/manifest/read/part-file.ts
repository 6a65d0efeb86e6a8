import type { PartDraft } from './part-draft.ts';

/** The file a part is written to, for each; parts with `into` get that of the part at the end of the chain. */
export function partFiles(parts: readonly PartDraft[], header: string): ReadonlyMap<PartDraft, string> {
  const owners = ownersOf(parts);
  return new Map(
    parts.map((part) => {
      const owner = owners.get(part) ?? part;
      return [part, owner.file?.value ?? defaultPartFile(header, owner.name)];
    }),
  );
}

/** `include/x/block.h` and `io` -> `include/x/block-io.h`. */
export function defaultPartFile(header: string, part: string): string {
  const nameStart = header.lastIndexOf('/') + 1;
  const dot = header.lastIndexOf('.');
  const stemEnd = dot > nameStart ? dot : header.length;
  return `${header.slice(0, stemEnd)}-${part}${header.slice(stemEnd)}`;
}

/** The end of each chain of `into`; of a loop, which is an error of the manifest, each part is its own. */
function ownersOf(parts: readonly PartDraft[]): ReadonlyMap<PartDraft, PartDraft> {
  const named = new Map(parts.toReversed().map((part) => [part.name, part]));
  const owners = new Map<PartDraft, PartDraft>();
  for (const part of parts) {
    const chain = new Set<PartDraft>();
    let end: PartDraft | undefined = part;
    while (end !== undefined && !chain.has(end) && !owners.has(end)) {
      chain.add(end);
      end = end.into === null ? undefined : named.get(end.into.value);
    }
    const last = [...chain].at(-1) ?? part;
    const owner = end === undefined ? last : owners.get(end);
    for (const one of chain) owners.set(one, owner ?? one);
  }
  return owners;
}
