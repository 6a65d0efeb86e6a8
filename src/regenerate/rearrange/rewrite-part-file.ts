import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { includeOperandLike } from '../../edits/include-operand.ts';
import { includeLines, printFile } from '../../edits/print-file.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import { partNamed, partsIn } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { licenceForPart } from '../../model/opening/revision-keywords.ts';
import { UTF8_BOM } from '../../parse/tokens/lex.ts';
import { filesReachedFrom, siblingIncludes } from '../../part-files/rules/siblings.ts';
import { guardName } from '../../plan/guard-names.ts';
import { sharedPartFile } from '../../plan/layout.ts';
import { withOwnFileName } from '../../text/own-file-name.ts';
import { placeOf } from '../../text/place.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { bannerText, changeBanners, type SectionPair } from './banner-changes.ts';
import { changeGuard } from './guard-change.ts';
import type { CutHeader } from './moved-units.ts';
import { unplacedIn } from './nearest-definition.ts';
import { anchorUnits } from './place-units.ts';
import { readAboveIn } from './read-above.ts';
import { type Made, movesIn, type RearrangeInput, type Rearrangement, type Story } from './rearrange-input.ts';
import { composeFile } from './rewrite-file.ts';
import { sectionText } from './section-text.ts';
import { changeSiblings } from './sibling-includes.ts';

/** A part file with what leaves it, what comes to it, and its guard, banners and includes as they should be. */
export function changePartFile(
  { input, apart, present }: Rearrangement,
  { path, coming }: Story,
  cut: CutHeader,
): Made {
  const { now } = input;
  const { header } = cut;
  const banners = changeBanners(header, now, sectionsOf(input, header.source.path, path));
  const guard = changeGuard({ header, wrapper: input.split.wrapper, was: input.was, now, path, scope: input.scope });
  const siblings = changeSiblings({
    header,
    files: input.files,
    present,
    wanted: siblingsOf(input, path),
    unwanted: [path],
    keepsOrder: false,
    spell: (to) => input.spell(path, to),
  });
  const anchored = anchorUnits({
    cut,
    moves: movesIn(input, cut),
    now,
    coming,
    bannerOf: (part) => bannerText(header, partNamed(now, part) ?? null) ?? '',
    headings: banners.standing,
    isUnplaced: unplacedIn(input.was, now),
    neighbourOf: input.neighbourOf,
    readAbove: readAboveIn(input, cut),
    runs: coming.size > 0 ? input.runsIn(header) : [],
  });
  const text = composeFile(input, cut, {
    leaving: apart.get(header.source.path) ?? null,
    banners,
    siblings,
    frame: [...nameOwnFile(header, path), ...enterAbove(input, path, header), ...guard.edits],
    insertions: anchored,
    includes: [...(input.assertIncludes.get(path) ?? [])],
  });
  const findings = [...banners.findings, ...guard.findings, ...anchored.findings];
  return { file: { path, text }, findings: [...findings, ...(text === header.source.text ? [] : codeOutside(cut))] };
}

/** The name of a file in its own licence comment, where the file gets another. */
function nameOwnFile({ licence, source }: Header, path: string): readonly TextEdit[] {
  if (licence === null) return [];
  const before = source.text.slice(licence.start, licence.end);
  const insert = withOwnFileName(before, source.path, path);
  return insert === before ? [] : [{ span: licence, insert }];
}

/** A part file that there has not been, in the arrangement of the wrapper. */
export function newPartFile({ input, present }: Rearrangement, { path, coming }: Story): Made {
  const { now } = input;
  const { wrapper } = input.split;
  const wanted = siblingsOf(input, path).filter((file) => present.includes(file));
  const operands = [
    ...wanted.map((file) => input.spell(path, file)),
    ...[...(input.assertIncludes.get(path) ?? [])].map((one) => includeOperandLike(one, wrapper.source.text)),
  ];
  const sections = [...coming].flatMap(([part, units]) => [
    bannerText(wrapper, partNamed(now, part) ?? null) ?? '',
    sectionText(units, '', wrapper.lineEnd),
  ]);
  const text = printFile({
    ...beginningOf(input, path),
    path,
    guard: guardName(wrapper, path, now.parts),
    entry: readsEntered(input, wanted) ? includeLines([input.spell(path, wrapper.source.path)], wrapper.lineEnd) : null,
    body: [includeLines(operands, wrapper.lineEnd), ...sections],
  });
  return { file: { path, text }, findings: [] };
}

/**
 * What a new file begins with. Where the manifest supplies the licence, other comments may stand below it in the wrapper,
 * and its words may be any: then as another part file does.
 */
function beginningOf(
  { split, now }: RearrangeInput,
  path: string,
): { readonly header: Header; readonly licence: string | null } {
  const { wrapper } = split;
  const [other] = split.parts.values();
  const top = other === undefined ? undefined : (other.licence ?? other.opening?.span);
  const isAsIs = now.licence.kind === 'none' || (wrapper.licence?.start ?? 0) > 0;
  if (other === undefined || top === undefined || top.start > 0 || isAsIs) return { header: wrapper, licence: null };
  const licence = licenceForPart(other.source.text.slice(0, top.end), other.source.path, path);
  return {
    header: { ...wrapper, licence: null, opening: null },
    licence: licence.startsWith(UTF8_BOM) ? licence.slice(UTF8_BOM.length) : licence,
  };
}

/** The include of the wrapper above the guard of a part file that comes to include one which has it. */
function enterAbove(input: RearrangeInput, path: string, header: Header): readonly TextEdit[] {
  const { split, now, spell } = input;
  const { entry, guard, lineEnd } = header;
  const included = siblingIncludes(header, split, now).map(({ to }) => to);
  if (entry !== null || guard.kind !== 'macro' || !readsEntered(input, [...siblingsOf(input, path), ...included]))
    return [];
  const line = includeLines([spell(path, split.wrapper.source.path)], lineEnd);
  return [{ span: { start: guard.open.start, end: guard.open.start }, insert: line + lineEnd + lineEnd }];
}

function readsEntered({ split, files }: RearrangeInput, included: readonly string[]): boolean {
  return [...split.parts].some(([path, { entry }]) => entry !== null && included.includes(files.get(path) ?? path));
}

/** The part files that a part file should include besides those it does. */
function siblingsOf({ split, now, siblings, scope }: RearrangeInput, path: string): readonly string[] {
  const shared = sharedPartFile(now);
  const wanted = siblings.get(path) ?? [];
  const header = split.parts.get(path);
  const isReached = path === shared || (header && filesReachedFrom(header, split, now).has(shared));
  return scope === 'all' && !isReached ? [...new Set([shared, ...wanted])] : wanted;
}

/** The sections of a file before and after, each with what became of it. */
function sectionsOf({ was, now, files }: RearrangeInput, before: string, after: string): readonly SectionPair[] {
  const old = partsIn(was, before);
  const made = partsIn(now, after);
  const isRenamed = (part: Part): boolean => !partNamed(now, part.name);
  const pairs = made.map((part): SectionPair => {
    const same = old.find(({ name }) => name === part.name);
    if (same) return { was: same, now: part, wasEmpty: isEmpty(was, same) };
    const isNew = !partNamed(was, part.name);
    const renamed = isNew && files.get(before) === after ? old.find(isRenamed) : undefined;
    return { was: renamed ?? null, now: part, wasEmpty: renamed !== undefined && isEmpty(was, renamed) };
  });
  const gone = old.filter((part) => !pairs.some((pair) => pair.was === part));
  // A section that the file has not had gets its banner with what comes to it.
  return [
    ...pairs.filter((pair) => pair.was !== null),
    ...gone.map((part): SectionPair => ({ was: part, now: null, wasEmpty: isEmpty(was, part) })),
  ];
}

function isEmpty({ shared, prototypes, declarations }: Manifest, { name }: Part): boolean {
  const named = [
    ...[...prototypes.values()].map(({ part }) => part),
    ...[...declarations.values()].map(({ value }) => value),
  ];
  return name !== shared && !named.includes(name);
}

/** The pieces of a file cannot be put together again around a guard that stands between them. */
function codeOutside({ header }: CutHeader): readonly Diagnostic[] {
  const [first] = header.outside;
  if (!first) return [];
  const message = `${header.source.path} has code outside its guard, so nothing can be moved to it or from it`;
  return [diagnostic('code-outside-guard', message, placeOf(header.source, first))];
}
