import type { Code } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Labelled, withNext } from '../../diagnostics/diagnostic.ts';
import type { Beside, ManifestChange } from '../../manifest/edit/manifest-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';
import type { Header, Item } from '../../model/header.ts';
import { sectionsOf } from '../../part-files/sections.ts';
import { type SplitHeaders, standingFunctions } from '../../part-files/split-headers.ts';
import { placeOfName } from '../../plan/assign.ts';
import { otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import { unreadable } from './sync-obstacles.ts';

export type SyncChanges = { readonly changes: readonly ManifestChange[]; readonly findings: readonly Diagnostic[] };

/** A declaration, or one of several, in a part file. */
type Standing = { readonly part: string; readonly header: Header; readonly item: Item };

type Declared = Standing & { readonly name: string };

/**
 * What has to change in the manifest for it to say of a split tree what stands there. A function or declaration goes to
 * the part of the section that it stands in, unless it (also) stands in the file of its own part; one that stands
 * nowhere goes out. New functions come beside the entry of the nearest function before them in their file, else of the
 * nearest after them. A declaration that the manifest does not assign is left so, wherever it stands. What the manifest
 * cannot say, or what cannot be read with certainty, is an error, and then no change is to be made.
 */
export function syncChanges(split: SplitHeaders, manifest: Manifest): SyncChanges {
  const all = standingFunctions(split, manifest);
  const sections = new Map([...split.parts.values()].map((header) => [header, sectionsOf(header, manifest)]));
  const inParts = all.flatMap(({ name, header, item }): readonly Declared[] => {
    const section = sections.get(header)?.get(item);
    const part = manifest.prototypes.get(name)?.part ?? null;
    return section === undefined ? [] : [{ name, part: partIn(header, manifest, part, section), header, item }];
  });
  const standing = groupByName(inParts);
  const findings: Diagnostic[] = [...unreadable(split, manifest, new Set(standing.keys()))];
  const changes: ManifestChange[] = [];
  for (const { name, part, header, item } of all) {
    if (part !== null || standing.has(name)) continue;
    findings.push(
      diagnostic(
        'prototype-in-wrapper',
        `'${name}' is in ${header.source.path}, which is not the file of a part`,
        placeOfName(header, item, name),
      ),
    );
  }

  const places = besides(inParts, manifest);
  for (const [name, { part: was, span }] of manifest.prototypes) {
    const here = standing.get(name) ?? [];
    const listed = { place: placeOf(manifest.source, span), label: 'listed here' };
    const settled = settle('prototype-doubled', name, was, here, [listed]);
    if (settled.kind === 'doubled') findings.push(settled.finding);
    else if (settled.kind === 'nowhere') changes.push({ kind: 'remove', section: 'prototypes', name, was });
    else if (settled.part !== was)
      changes.push({ kind: 'assign', section: 'prototypes', name, part: settled.part, was });
  }
  for (const [name, here] of standing) {
    if (manifest.prototypes.has(name)) continue;
    const settled = settle('prototype-doubled', name, null, here, []);
    const beside = places.get(name) ?? null;
    if (settled.kind === 'doubled') findings.push(settled.finding);
    else if (settled.kind === 'part')
      changes.push({ kind: 'add', section: 'prototypes', name, part: settled.part, beside });
  }
  const declared = declarations(split, manifest, sections);
  return { changes: [...changes, ...declared.changes], findings: [...findings, ...declared.findings] };
}

type Settled =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'doubled'; readonly finding: Diagnostic };

/** The part of something that stands `here`. Two files are a contradiction only when neither is that of its part. */
function settle(
  code: Code,
  name: string,
  was: string | null,
  here: readonly Standing[],
  listed: readonly Labelled[],
): Settled {
  const [first] = here;
  if (!first) return { kind: 'nowhere' };
  if (was !== null && here.some(({ part }) => part === was)) return { kind: 'part', part: was };
  const other = here.find(({ header }) => header !== first.header);
  if (!other) return { kind: 'part', part: first.part };
  const message = `'${name}' is in ${first.header.source.path} and in ${other.header.source.path}`;
  const second = { place: placeOfName(other.header, other.item, name), label: 'and here' };
  const finding = diagnostic(code, message, placeOfName(first.header, first.item, name), second, ...listed);
  return { kind: 'doubled', finding: withNext(finding, 'Remove one of the two, then run the command again.') };
}

/** For each function that the manifest lacks, the entry that it goes beside. */
function besides(standing: readonly Declared[], manifest: Manifest): ReadonlyMap<string, Beside> {
  const found = new Map<string, Beside>();
  for (const header of new Set(standing.map((one) => one.header))) {
    const names = standing.flatMap((one) => (one.header === header ? [one.name] : []));
    const first = names.find((name) => manifest.prototypes.has(name));
    let beside: Beside = first === undefined ? null : { side: 'before', name: first };
    for (const name of names) {
      if (manifest.prototypes.has(name)) beside = { side: 'behind', name };
      else if (!found.has(name)) found.set(name, beside);
    }
  }
  return found;
}

/** What becomes of the entries under `declarations`. */
function declarations(
  { parts, wrapper }: SplitHeaders,
  manifest: Manifest,
  sections: ReadonlyMap<Header, ReadonlyMap<Item, string>>,
): SyncChanges {
  const changes: ManifestChange[] = [];
  const findings: Diagnostic[] = [];
  const standing = groupByName(
    [...parts.values()].flatMap((header) => declaredIn(header, manifest, sections.get(header) ?? new Map())),
  );
  const inWrapper = new Set(wrapper.items.flatMap(otherNames));
  for (const [name, { value: was, span }] of manifest.declarations) {
    const listed = { place: placeOf(manifest.source, span), label: 'listed here' };
    const settled = settle('declaration-misplaced', name, was, standing.get(name) ?? [], [listed]);
    if (settled.kind === 'doubled') findings.push(settled.finding);
    else if (settled.kind === 'part') {
      if (settled.part !== was)
        changes.push({ kind: 'assign', section: 'declarations', name, part: settled.part, was });
    } else if (!inWrapper.has(name)) changes.push({ kind: 'remove', section: 'declarations', name, was });
  }
  return { changes, findings };
}

/** The declarations of a part file that the manifest assigns, with the part whose section each stands in. */
function declaredIn(header: Header, manifest: Manifest, sections: ReadonlyMap<Item, string>): readonly Declared[] {
  return header.items.flatMap((item) =>
    otherNames(item).flatMap((name) => {
      const assigned = manifest.declarations.get(name)?.value;
      if (assigned === undefined) return [];
      return [{ name, part: partIn(header, manifest, assigned, sections.get(item) ?? manifest.shared), header, item }];
    }),
  );
}

/** What is assigned to a part of the file stands in that part's section, wherever in the file it is. */
function partIn({ source }: Header, manifest: Manifest, assigned: string | null, section: string): string {
  const isHere = fileOf(manifest, assigned) === source.path;
  return isHere && assigned !== null ? assigned : section;
}

function groupByName<One extends { readonly name: string }>(all: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(one.name);
    if (group) group.push(one);
    else groups.set(one.name, [one]);
  }
  return groups;
}
