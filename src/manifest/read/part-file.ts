import type { PartDraft } from './part-draft.ts';

/** The file a part is written to; parts with `into` get that of the part at the end of the chain. */
export function partFile(part: PartDraft, parts: readonly PartDraft[], header: string): string {
  const owner = ownerOf(part, parts);
  return owner.file?.value ?? defaultPartFile(header, owner.name);
}

/** `include/x/block.h` and `io` -> `include/x/block-io.h`. */
export function defaultPartFile(header: string, part: string): string {
  const nameStart = header.lastIndexOf('/') + 1;
  const dot = header.lastIndexOf('.');
  const stemEnd = dot > nameStart ? dot : header.length;
  return `${header.slice(0, stemEnd)}-${part}${header.slice(stemEnd)}`;
}

/** The end of a chain of `into`; a loop, which is an error of the manifest, ends where it began. */
function ownerOf(part: PartDraft, parts: readonly PartDraft[]): PartDraft {
  const seen = new Set<PartDraft>();
  let owner = part;
  while (owner.into !== null && !seen.has(owner)) {
    seen.add(owner);
    const target = owner.into.value;
    const next = parts.find(({ name }) => name === target);
    if (next === undefined) break;
    owner = next;
  }
  return owner;
}
