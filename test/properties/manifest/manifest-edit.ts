import fc from 'fast-check';
import { assertNever } from '../../../src/diagnostics/assert-never.ts';
import { chosen } from '../c/print-header.ts';
import { assertions } from '../c/support.ts';
import { bannerText } from './first-manifest.ts';
import type { FunctionEntry, ManifestDraft, PartOfManifest } from './manifest-draft.ts';

const kinds = [
  'reassign',
  'reassign several',
  'rename part',
  'rename file',
  'change guard',
  'add part',
  'drop part',
  'change banner',
  'change assertion',
  'change placement',
  'change into',
  'move declaration',
  'toggle assertion',
  'change claim on comments',
  'change wrapper banner',
] as const;

/** What someone changes in a manifest. The numbers choose by their remainder. */
export type ManifestEdit = { readonly kind: (typeof kinds)[number]; readonly at: number; readonly to: number };

export function manifestEdits(): fc.Arbitrary<ManifestEdit> {
  const kind = fc.oneof(
    { weight: 8, arbitrary: fc.constant('reassign' as const) },
    { weight: 16, arbitrary: fc.constantFrom(...kinds) },
  );
  return fc.record({ kind, at: fc.nat(99), to: fc.nat(99) });
}

/** The manifest after an edit; the same one where there is nothing to edit. `serial` makes new names new. */
export function editManifest(draft: ManifestDraft, { kind, at, to }: ManifestEdit, serial: number): ManifestDraft {
  const part = chosen(draft.parts, at);
  switch (kind) {
    case 'reassign':
      return reassign(draft, at, 1, chosen(draft.parts, to).name);
    case 'reassign several':
      return reassign(draft, at, 4, chosen(draft.parts, to).name);
    case 'rename part':
      return renamePart(draft, part.name, `part${serial}`);
    case 'rename file':
      if (part.into !== null) return draft;
      return changePart(draft, part, {
        file: to % 3 === 0 ? null : `${draft.header.replace(/\.h$/, '')}-v${serial}.h`,
      });
    case 'change guard':
      return part.into === null ? changePart(draft, part, { guard: to % 3 === 0 ? null : `API_${serial}_H` }) : draft;
    case 'add part':
      return addPart(draft, at, to, serial);
    case 'drop part':
      return dropPart(draft, part, chosen(draft.parts, to));
    case 'change banner':
      return changePart(draft, part, { banner: to % 3 === 0 ? null : bannerText(to, part.name) });
    case 'change assertion':
      return changePart(draft, part, { assert: to % 4 === 0 ? null : chosen(assertions, to) });
    case 'change placement':
      return { ...draft, placement: draft.placement === 'first' ? 'after-declarations' : 'first' };
    case 'change into':
      return changeInto(draft, part, chosen(draft.parts, to));
    case 'move declaration':
      return moveDeclaration(draft, at, chosen(draft.parts, to).name);
    case 'toggle assertion':
      return changeEntry(draft, at, (entry) => ({ ...entry, isAsserted: !entry.isAsserted }));
    case 'change claim on comments':
      return changeEntry(draft, at, (entry) => ({ ...entry, comment: nextClaim(entry.comment) }));
    case 'change wrapper banner':
      return { ...draft, wrapperBanner: to % 3 === 0 ? null : `Include the files below, ${to}.` };
    default:
      return assertNever(kind);
  }
}

function reassign(draft: ManifestDraft, at: number, count: number, part: string): ManifestDraft {
  const names = [...draft.functions.keys()];
  if (names.length === 0) return draft;
  const first = at % names.length;
  const asked = names.slice(first, first + count);
  // Declarators of one declaration belong together.
  const moved = new Set(asked.flatMap((name) => [name.replace(/_too$/, ''), `${name}_too`, name]));
  const functions = [...draft.functions].map(
    ([name, entry]) => [name, moved.has(name) ? { ...entry, part } : entry] as const,
  );
  return { ...draft, functions: new Map(functions) };
}

function changePart(draft: ManifestDraft, { name }: PartOfManifest, change: Partial<PartOfManifest>): ManifestDraft {
  return { ...draft, parts: draft.parts.map((part) => (part.name === name ? { ...part, ...change } : part)) };
}

function renamePart(draft: ManifestDraft, from: string, to: string): ManifestDraft {
  const renamed = (name: string): string => (name === from ? to : name);
  return {
    ...assignedAnew(draft, renamed),
    shared: renamed(draft.shared),
    parts: draft.parts.map((part) => ({
      ...part,
      name: renamed(part.name),
      into: part.into === null ? null : renamed(part.into),
    })),
  };
}

function assignedAnew(draft: ManifestDraft, renamed: (part: string) => string): ManifestDraft {
  const { functions, declarations } = draft;
  return {
    ...draft,
    functions: new Map([...functions].map(([name, entry]) => [name, { ...entry, part: renamed(entry.part) }])),
    declarations: new Map(
      [...declarations].flatMap(([name, part]) =>
        renamed(part) === draft.shared && part !== draft.shared ? [] : [[name, renamed(part)] as const],
      ),
    ),
  };
}

/** A new part, with a function in it and somewhere in the order. */
function addPart(draft: ManifestDraft, at: number, to: number, serial: number): ManifestDraft {
  if (draft.parts.length > 5) return draft;
  const name = `new${serial}`;
  const assert = to % 2 === 0 ? null : chosen(assertions, to);
  const part = { name, file: null, guard: null, banner: bannerText(to, name), assert, into: null };
  const place = 1 + (at % draft.parts.length);
  const parts = [...draft.parts.slice(0, place), part, ...draft.parts.slice(place)];
  return reassign({ ...draft, parts }, at, 1 + (to % 3), name);
}

/** What the part had goes to another. */
function dropPart(draft: ManifestDraft, part: PartOfManifest, heir: PartOfManifest): ManifestDraft {
  const isHost = draft.parts.some(({ into }) => into === part.name);
  if (part.name === draft.shared || part === heir || isHost || draft.parts.length < 3) return draft;
  const merged = assignedAnew(draft, (name) => (name === part.name ? heir.name : name));
  return { ...merged, parts: draft.parts.filter(({ name }) => name !== part.name) };
}

/** In and out of another part's file; only parts with a file of their own take others in. */
function changeInto(draft: ManifestDraft, part: PartOfManifest, host: PartOfManifest): ManifestDraft {
  if (part.into !== null) return changePart(draft, part, { into: null });
  const isHost = draft.parts.some(({ into }) => into === part.name);
  if (isHost || part === host || host.into !== null || part.name === draft.shared) return draft;
  return changePart(draft, part, { into: host.name, file: null, guard: null });
}

function moveDeclaration(draft: ManifestDraft, at: number, part: string): ManifestDraft {
  if (draft.movable.length === 0) return draft;
  const declarations = new Map(draft.declarations);
  const name = chosen(draft.movable, at);
  if (part === draft.shared) declarations.delete(name);
  else declarations.set(name, part);
  return { ...draft, declarations };
}

function nextClaim(claim: FunctionEntry['comment']): FunctionEntry['comment'] {
  return claim === null ? 'own' : claim === 'own' ? 'section' : null;
}

function changeEntry(draft: ManifestDraft, at: number, change: (entry: FunctionEntry) => FunctionEntry): ManifestDraft {
  const names = [...draft.functions.keys()];
  if (names.length === 0) return draft;
  const name = chosen(names, at);
  const functions = [...draft.functions].map(([one, entry]) => [one, one === name ? change(entry) : entry] as const);
  return { ...draft, functions: new Map(functions) };
}
