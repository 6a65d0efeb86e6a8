import type { Manifest, Part } from '../../manifest/manifest.ts';
import { displayText } from '../../text/source-text.ts';
import { partTitle } from '../banner-title.ts';
import { type Asserting, assertingOf, whyExempt } from '../exempt.ts';
import { shortName } from '../header-facts.ts';
import { statementWords } from '../statement-words.ts';
import { joinNames } from '../wrap-text.ts';
import { placementsWith } from './manifest-placements.ts';
import { partChanges, sectionName, titleChanges } from './part-changes.ts';
import { inPlainWords } from './plain-words.ts';
import { renamedParts } from './renamed-parts.ts';
import { settingsChanges } from './settings-changes.ts';

/**
 * What changed between the manifests of two versions of a series, a line for each kind of change, in the words of a
 * changelog: `moved to io: blk_x, blk_y`. With several headers each line begins with the header's name.
 */
export function manifestChangelog(was: readonly Manifest[], now: readonly Manifest[]): readonly string[] {
  const paths = [...new Set([...was, ...now].map(({ header }) => header.value))];
  const isAmong = (manifests: readonly Manifest[], path: string): boolean =>
    manifests.some(({ header }) => header.value === path);
  const added = paths.filter((path) => !isAmong(was, path));
  const dropped = paths.filter((path) => !isAmong(now, path));
  return [
    ...named('new in the series', added),
    ...named('no longer in the series', dropped),
    ...now.flatMap((manifest) => {
      const path = manifest.header.value;
      const before = was.find(({ header }) => header.value === path);
      const prefix = paths.length > 1 ? `${shortName(path, paths)}: ` : '';
      return before === undefined ? [] : changesOf(before, manifest).map((line) => prefix + line);
    }),
  ];
}

function changesOf(was: Manifest, now: Manifest): readonly string[] {
  return headerChangelog(was, now).flatMap(({ text, isRepeated }) => (isRepeated ? [] : [text]));
}

/** A line of a changelog, and which patches of the header it concerns. */
export type HeaderChange = {
  readonly text: string;
  readonly of: 'split' | 'assertions' | 'both';
  /** Another line says the same, and more, of other patches. */
  readonly isRepeated?: true;
};

/** What changed between the manifests of one header, for its patches. */
export function headerChangelog(was: Manifest, now: Manifest): readonly HeaderChange[] {
  const renamed = renamedParts(was, now);
  const about = (of: HeaderChange['of'], texts: readonly string[]): readonly HeaderChange[] =>
    texts.map((text) => ({ text, of }));
  return [
    ...about('split', [
      ...titleChanges(was, now, renamed),
      ...listed('added', newParts(was, now, renamed), now),
      ...listed('dropped', goneParts(was, now, renamed), was),
    ]),
    ...placementsByPatch(was, now, renamed),
    ...about('assertions', assertedChanges(was, now)),
    ...partChanges(was, now, renamed),
    ...settingsChanges(was, now, renamed).map(
      (text): HeaderChange => ({ text, of: /definitions|declaration macros/.test(text) ? 'assertions' : 'split' }),
    ),
    ...about(
      'assertions',
      was.placement === now.placement
        ? []
        : [`${statementWords([was, now], null).all} come ${placements[now.placement]}`],
    ),
    ...about('split', was.wrapper.banner === now.wrapper.banner ? [] : ['reworded the comment in the header itself']),
  ].map((change) => ({ ...change, text: inPlainWords(change.text) }));
}

const placements = {
  first: 'first in their functions',
  'after-declarations': 'below the declarations of their functions',
} as const;

/** A move between parts that do not assert is none of the assertion patches' business. */
function placementsByPatch(
  was: Manifest,
  now: Manifest,
  renamed: ReadonlyMap<string, string>,
): readonly HeaderChange[] {
  const asserting = new Set([was, now].flatMap(({ parts }) => parts.flatMap((part) => (part.assert ? part.name : []))));
  const all = placementChanges(was, now, renamed);
  const asserted = placementChanges(was, now, renamed, (part) => asserting.has(part));
  return [
    ...all.map((text): HeaderChange => ({ text, of: asserted.includes(text) ? 'both' : 'split' })),
    ...asserted.flatMap((text): HeaderChange[] =>
      all.includes(text) ? [] : [{ text, of: 'assertions', isRepeated: true }],
    ),
  ];
}

/** Who moved where, in the order of the parts; what is new and what is gone. Of those that one of the two parts `counts`. */
function placementChanges(
  was: Manifest,
  now: Manifest,
  renamed: ReadonlyMap<string, string>,
  counts: (part: string) => boolean = () => true,
): readonly string[] {
  const before = placementsWith(was, now);
  const after = placementsWith(now, was);
  const moved = new Map<string, string[]>();
  const added = new Map<string, string[]>();
  for (const [key, { name, part, why }] of after) {
    const earlier = before.get(key);
    if (earlier !== undefined && (renamed.get(earlier.part) ?? earlier.part) === part) continue;
    if (!counts(part) && !(earlier !== undefined && counts(earlier.part))) continue;
    const groups = earlier === undefined ? added : moved;
    groups.set(part, [...(groups.get(part) ?? []), withReason(name, why)]);
  }
  const gone = [...before].filter(([key, { part }]) => !after.has(key) && counts(part)).map(([, { name }]) => name);
  return [
    ...inPartOrder(now, moved).map(([part, names]) =>
      line(part === '' ? 'no part yet' : `moved to ${titleOf(now, part)}`, names),
    ),
    ...inPartOrder(now, added).map(([part, names]) =>
      line(part === '' ? 'new, no part yet' : `new in ${titleOf(now, part)}`, names),
    ),
    ...named('no longer listed', gone),
  ];
}

/**
 * Functions that an entry of their own exempts from the assertion of their part, where they asserted before, and those
 * that it no longer exempts. A move to a part that asserts nothing says so itself.
 */
function assertedChanges(was: Manifest, now: Manifest): readonly string[] {
  const changed = (from: Asserting, to: Asserting): readonly string[] =>
    [...now.prototypes.keys()].filter((name) => assertingOf(was, name) === from && assertingOf(now, name) === to);
  const shown = (name: string): string => `${displayText(name)}()`;
  const again = changed('exempt', 'asserts').map(shown);
  const exempt = changed('asserts', 'exempt').map((name) => withReason(shown(name), whyExempt(now, name)));
  const { noun, having, lacking } = statementWords([was, now], null);
  const gone = noun === 'assertions' ? `no longer ${having}` : `${lacking} now`;
  return [...named(`now ${having}`, again), ...named(gone, exempt)];
}

function withReason(name: string, why: string | null): string {
  return why === null ? name : `${name} (${why.replace(/\s+/g, ' ').trim()})`;
}

function newParts(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly Part[] {
  const known = new Set([...was.parts.map(({ name }) => name), ...renamed.values()]);
  return now.parts.filter(({ name }) => !known.has(name));
}

function goneParts(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly Part[] {
  const known = new Set([...now.parts.map(({ name }) => name), ...renamed.keys()]);
  return was.parts.filter(({ name }) => !known.has(name));
}

function listed(verb: string, parts: readonly Part[], manifest: Manifest): readonly string[] {
  return parts.length === 0 ? [] : [`${verb} ${joinNames(parts.map((part) => sectionName(part, manifest)))}`];
}

function inPartOrder(
  { parts }: Manifest,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, readonly string[]])[] {
  return [...parts.map(({ name }) => name), ''].flatMap((part) => {
    const names = groups.get(part);
    return names === undefined ? [] : [[part, names] as const];
  });
}

/** As its banner calls it, unless that is what another one is called. */
function titleOf({ parts }: Manifest, name: string): string {
  const part = parts.find((one) => one.name === name);
  const title = part === undefined ? name : partTitle(part);
  return parts.some((one) => one !== part && partTitle(one) === title) ? name : title;
}

function line(title: string, names: readonly string[]): string {
  return `${title}: ${names.join(', ')}`;
}

function named(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [line(title, names)];
}
