import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { areCounterpartFiles, areCounterparts, counterpartsAmong } from '../../parse/brackets/counterparts.ts';
import { type Definitions, expandCall } from '../../parse/brackets/expand-macro.ts';
import { loneCallAt } from '../../parse/macro-call.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { includedPath } from '../assign.ts';
import { type Placements, targetKey } from '../placement.ts';
import { defining, definitionsBehind, type MarkLookup } from './known-marks.ts';

/**
 * Macro calls or includes that look like the two ends of a bracket, of which nothing says what they are, where the split
 * would part what they stand around. Left alone, the declarations between them might mean something else without a word.
 */
export function suspectedBrackets(
  header: Header,
  manifest: Manifest,
  placements: Placements,
  lookup: MarkLookup,
): readonly Diagnostic[] {
  const divided = stretchesOf(placements);
  const isParted = ([open, close]: Pair): boolean => divided[open.item.index] !== divided[close.item.index];
  const calls = pairsOf(
    header.items.flatMap((item) => callOf(header, item, manifest)),
    areCounterparts,
  ).filter(isParted);
  const files = pairsOf(
    header.items.flatMap((item) => fileOf(header, item, manifest, lookup)),
    areCounterpartFiles,
  );
  const definitions = definitionsOf(header, calls, lookup);
  const unexplained = calls.filter((pair) => !pair.every(({ spelling, name }) => isWhole(spelling, definitions, name)));
  return [...unexplained, ...files.filter(isParted)].map((pair) => suspicion(header, pair));
}

type End = {
  readonly item: Item;
  readonly spelling: string;
  readonly name: string;
  /** What the manifest says of it if it is no end of a bracket. */
  readonly otherwise: keyof typeof OTHERWISE;
};
type Pair = readonly [open: End, close: End];

/** By item index: a number that changes where neighbours go to different places. */
function stretchesOf(placements: Placements): readonly number[] {
  let stretch = 0;
  return placements.map(({ target }, at) => {
    const before = placements[at - 1];
    if (before && targetKey(before.target) !== targetKey(target)) stretch++;
    return stretch;
  });
}

function callOf({ source }: Header, item: Item, manifest: Manifest): readonly End[] {
  const code = item.tokens.filter(({ kind }) => kind !== 'comment');
  const name = code[0] ? tokenText(source.text, code[0]) : '';
  const isKnown = isKeyword(name) || manifest.declarations.has(name) || manifest.annotations.includes(name);
  if (isKnown || item.content.kind === 'directive' || item.content.kind === 'disabled') return [];
  const call = loneCallAt(source.text, code, 0);
  const otherwise = call?.end === code.length ? 'declarations' : 'annotations';
  return call ? [{ item, name, spelling: call.spelling, otherwise }] : [];
}

/** An include that cannot be looked into. */
function fileOf({ source }: Header, item: Item, { includes }: Manifest, { graph }: MarkLookup): readonly End[] {
  if (item.content.kind !== 'directive' || item.content.directive.kind !== 'include') return [];
  const { target } = item.content.directive;
  return includedPath(item).flatMap((path) =>
    includes.has(path) || target.path === null || graph.resolve(source.path, target) !== null
      ? []
      : [{ item, name: path, spelling: path, otherwise: 'includes' as const }],
  );
}

function pairsOf(ends: readonly End[], areTwo: (open: string, close: string) => boolean): readonly Pair[] {
  const spellings = ends.map(({ spelling }) => spelling);
  return counterpartsAmong(spellings, areTwo).flatMap(([open, close]) => {
    const [one, other] = [ends[open], ends[close]];
    return one && other ? [[one, other] as const] : [];
  });
}

function definitionsOf(header: Header, pairs: readonly Pair[], lookup: MarkLookup): Definitions {
  const definitions = definitionsBehind(lookup, [header.source]);
  const names = new Set(pairs.flat().map(({ name }) => name));
  return defining(
    lookup.tree,
    definitions,
    [...names].filter((name) => definitions(name).length === 0),
  );
}

/** Whether a call is by its definitions something of its own: no pragma, and no brace that another call must close. */
function isWhole(spelling: string, definitions: Definitions, name: string): boolean {
  const made = definitions(name).map((definition) => expandCall(spelling, definition, definitions));
  return made.length > 0 && made.every((text) => text !== null && !/_Pragma|__pragma/.test(text) && isBalanced(text));
}

function isBalanced(text: string): boolean {
  return text.split('{').length === text.split('}').length;
}

function suspicion({ source }: Header, [open, close]: Pair): Diagnostic {
  const [opens, closes] = [open, close].map(({ spelling }) =>
    displayText(spelling.replaceAll(/ (?=[(),])|(?<=\() /g, '')),
  );
  const message = `'${opens}' and '${closes}' look like the two ends of a bracket, and the split would take apart what is between them`;
  const finding = diagnostic('bracket-suspected', message, placeOf(source, open.item.span), {
    place: placeOf(source, close.item.span),
    label: 'what would be its end',
  });
  const isSame = open.name === close.name;
  const entry = isSame ? [opens ?? '', closes ?? ''] : [displayText(open.name), displayText(close.name)];
  const otherwise = OTHERWISE[close.otherwise === 'annotations' ? 'annotations' : open.otherwise];
  return withNext(finding, `Write \`brackets: [[${entry.map(quoted).join(', ')}]]\`. ${otherwise}`);
}

const OTHERWISE = {
  declarations: 'If each is a declaration, assign both under `declarations`.',
  annotations: 'If they decorate what is below them, name them under `annotations`.',
  includes: 'If they are not a bracket, say under `includes` where they go.',
};

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
