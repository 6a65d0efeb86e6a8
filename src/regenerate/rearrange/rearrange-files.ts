import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf, partsIn } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { bannersOf } from '../../part-files/sections.ts';
import { type CutHeader, cutHeader, type MovedUnit, type TakenApart, takeApart } from './moved-units.ts';
import { movesIn, pathOf, type RearrangeInput, type Story } from './rearrange-input.ts';
import { changePartFile, newPartFile } from './rewrite-part-file.ts';
import { changeWrapper } from './rewrite-wrapper.ts';
import { abandonedComment, carryComments, keepsAnything } from './vanishing-files.ts';

export type Rearranged = {
  /** Every part file there should be, and last the wrapper. */
  readonly files: readonly RenderedFile[];
  readonly findings: readonly Diagnostic[];
};

/**
 * The part files and the wrapper with items moved between them. What does not move keeps every byte: where something
 * left, one blank line at most; what comes stands with its neighbours.
 */
export function rearrangeFiles(input: RearrangeInput): Rearranged {
  const { split, now } = input;
  const banners = [...input.was.parts, input.was.wrapper].map(({ banner }) => banner);
  const cutOf = (header: Header): CutHeader => cutHeader(header, bannersOf(header, banners));
  const cuts = [...split.parts.values()].map(cutOf);
  const wrapper = cutOf(split.wrapper);
  const apart = new Map([...cuts, wrapper].map((cut) => [pathOf(cut), apartOf(input, cut)]));
  const moving = unitsByPart(
    now,
    [...apart.values()].flatMap((one) => one.units),
  );
  const cutsByPath = new Map(cuts.toReversed().map((cut) => [input.files.get(pathOf(cut)), cut]));
  const cutOfPath = (path: string): CutHeader | null => {
    const found = cutsByPath.get(path);
    return found && (comingTo(now, path, moving).size > 0 || keepsAnything(input, found)) ? found : null;
  };
  const kept = new Set(filesOf(now).flatMap((path) => cutOfPath(path) ?? []));
  const units = [...cuts, wrapper].flatMap((cut) => {
    const own = apart.get(pathOf(cut));
    if (!own) return [];
    return cut === wrapper || kept.has(cut) ? own.units : carryComments(input, cut, own);
  });
  const coming = unitsByPart(now, units);
  const stories = filesOf(now).flatMap((path): Story[] => {
    const story = { path, coming: comingTo(now, path, coming), cut: cutOfPath(path) };
    return story.cut || story.coming.size > 0 ? [story] : [];
  });
  const present = stories.map(({ path }) => path);
  const rearrangement = { input, apart, present };
  const rendered = stories.map((story) =>
    story.cut ? changePartFile(rearrangement, story, story.cut) : newPartFile(rearrangement, story),
  );
  const made = [...rendered, changeWrapper(rearrangement, wrapper)];
  const abandoned = cuts.filter((cut) => !kept.has(cut)).flatMap((cut) => abandonedComment(input, cut, apart));
  return {
    files: made.map(({ file }) => file),
    findings: [...made.flatMap(({ findings }) => findings), ...abandoned],
  };
}

function apartOf(input: RearrangeInput, cut: CutHeader): TakenApart {
  return takeApart(cut, input.now, movesIn(input, cut), input.itemEdits.get(pathOf(cut)) ?? new Map());
}

/** Part -> the units that come to it, in the manifest's order. */
function unitsByPart(now: Manifest, units: readonly MovedUnit[]): ReadonlyMap<string, readonly MovedUnit[]> {
  const order = new Map([...now.prototypes.keys()].map((name, at) => [name, at]));
  const rank = ({ name }: MovedUnit): number => (name === null ? -1 : (order.get(name) ?? -1));
  const groups = new Map<string, MovedUnit[]>();
  for (const unit of units) {
    const group = groups.get(unit.part);
    if (group) group.push(unit);
    else groups.set(unit.part, [unit]);
  }
  for (const group of groups.values()) group.sort((a, b) => rank(a) - rank(b));
  return groups;
}

/** The units that come to a file, by part in the order of its sections. */
function comingTo(
  now: Manifest,
  path: string,
  units: ReadonlyMap<string, readonly MovedUnit[]>,
): ReadonlyMap<string, readonly MovedUnit[]> {
  return new Map(
    partsIn(now, path).flatMap(({ name }) => {
      const group = units.get(name);
      return group ? [[name, group] as const] : [];
    }),
  );
}
