import type { Manifest, Part } from '../../manifest/manifest.ts';
import { filesReachedFrom } from '../../part-files/rules/siblings.ts';
import { changeBanners } from './banner-changes.ts';
import type { CutHeader } from './moved-units.ts';
import type { Made, Rearrangement } from './rearrange-input.ts';
import { composeFile } from './rewrite-file.ts';
import { changeSiblings } from './sibling-includes.ts';

/** The wrapper with the includes of the part files that there should be, and its banner. */
export function changeWrapper({ input, apart, present }: Rearrangement, cut: CutHeader): Made {
  const { split, was, now, files, scope } = input;
  const { header } = cut;
  // Mending asks for no include of a file that is read through another. A part without items has had no file.
  const old =
    scope === 'all'
      ? filesReachedFrom(header, split, now)
      : new Set([...files].flatMap(([path, file]) => (split.parts.has(path) && file !== null ? [file] : [])));
  const siblings = changeSiblings({
    header,
    files,
    present,
    wanted: present.filter((file) => !old.has(file)),
    unwanted: [],
    keepsOrder: true,
    spell: (to) => input.spell(header.source.path, to),
  });
  const asPart = (manifest: Manifest): Part | null => {
    const [first] = manifest.parts;
    return first ? { ...first, name: WRAPPER, banner: manifest.wrapper.banner } : null;
  };
  const banners = changeBanners(header, now, [{ was: asPart(was), now: asPart(now), wasEmpty: false }]);
  const leaving = apart.get(header.source.path) ?? null;
  const text = composeFile(input, cut, {
    leaving,
    banners,
    siblings,
    frame: [],
    insertions: { before: new Map(), after: new Map(), alone: [], findings: [] },
    includes: [],
  });
  return { file: { path: header.source.path, text }, findings: banners.findings };
}

/** No part can be called so. */
const WRAPPER = 'wrapper';
