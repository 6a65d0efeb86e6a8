import type { Annotations } from '../../parse/declarations/annotations.ts';
import { type Parameters, parseParameters } from '../../parse/declarations/parameters.ts';
import { parseItemDeclaration } from '../../parse/item-variants.ts';
import type { ItemSegment, Segment } from '../../parse/segment.ts';
import { conditionalWord, isNeverTrue } from '../../parse/tokens/directive.ts';
import { DEEPEST_NESTING, tooDeepAt } from '../../parse/tokens/nesting.ts';
import { isPunctuator, type Token } from '../../parse/tokens/token.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span, span } from '../../text/span.ts';
import { readTopLevel } from '../top-level.ts';
import { nameOffsets } from './definition-heads.ts';

/** A function's definition in a C text. */
export type Definition = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly isStatic: boolean;
  readonly parameters: Parameters;
  /** From `{` to past its `}`. */
  readonly body: Span;
};

/** What looks like the definition of a function, but whose body's bounds are not certain. */
export type UnreadableDefinition = { readonly name: string; readonly nameSpan: Span; readonly reason: string };

export type DefinitionsRead = {
  readonly definitions: readonly Definition[];
  readonly unreadable: readonly UnreadableDefinition[];
};

/**
 * The definitions of the functions `names` in a C text (latin1), in the text's order, those in every branch of a
 * conditional included, those under `#if 0` not. A function that a macro makes has no definition here.
 */
export function findDefinitions(
  text: string,
  names: ReadonlySet<string>,
  annotations: Annotations,
  among = names,
): DefinitionsRead {
  const offsets = nameOffsets(text, names, among);
  const { tokens, nodes } = readTopLevel(text, annotations);
  if (nodes.length === 0 && tooDeepAt(text, tokens)) return unreadableThroughout(text, names, offsets);
  const read = itemsIn(text, nodes)
    .filter((item) => namesInHead(text, item, offsets))
    .map((item) => readItem(text, item, names, annotations));
  return {
    definitions: read.flatMap(({ definitions }) => definitions),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  };
}

/** Each name once, where it first stands. */
function unreadableThroughout(text: string, names: ReadonlySet<string>, offsets: readonly number[]): DefinitionsRead {
  const reason = `its file nests more than ${DEEPEST_NESTING} levels of brackets and conditionals`;
  const unreadable = [...names].flatMap((name): UnreadableDefinition[] => {
    const at = offsets.find(
      (offset) => text.startsWith(name, offset) && !/[\w$]/.test(text[offset + name.length] ?? ''),
    );
    return at === undefined ? [] : [{ name, nameSpan: span(at, at + name.length), reason }];
  });
  return { definitions: [], unreadable };
}

/** The names of all functions that a C text defines: what a misspelt name is compared with. */
export function definedFunctions(text: string, annotations: Annotations): readonly string[] {
  return itemsIn(text, readTopLevel(text, annotations).nodes).flatMap((item) => {
    const declaration = parseItemDeclaration(text, item.tokens, annotations);
    return declaration.kind === 'function' ? declaration.functions.map(({ name }) => name) : [];
  });
}

function itemsIn(text: string, nodes: readonly Segment[]): readonly ItemSegment[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'item') return [node];
    if (node.kind !== 'group') return [];
    return node.branches.flatMap((branch) => (isNeverTrue(text, branch.directive) ? [] : itemsIn(text, branch.nodes)));
  });
}

/** Whether a name stands before the item's first brace: most items that name a function only call it. */
function namesInHead(text: string, item: ItemSegment, offsets: readonly number[]): boolean {
  const brace = item.tokens.find((token) => isPunctuator(text, token, '{'));
  if (brace === undefined) return false;
  const next = offsets[lowerBound(offsets, (offset) => offset < item.span.start)];
  return next !== undefined && next < brace.start;
}

function readItem(
  text: string,
  item: ItemSegment,
  names: ReadonlySet<string>,
  annotations: Annotations,
): DefinitionsRead {
  const declaration = parseItemDeclaration(text, item.tokens, annotations);
  const [named, ...others] = declaration.functions.filter(({ name }) => names.has(name));
  if (!named) return calledInHead(text, item, names, declaration.kind === 'opaque' || item.broken);
  const nameSpan = span(named.token.start, named.token.end);
  const unreadable = (reason: string): DefinitionsRead => ({
    definitions: [],
    unreadable: [{ name: named.name, nameSpan, reason }],
  });
  if (item.broken) return unreadable('its braces do not pair');
  if (declaration.kind !== 'function' || !declaration.body) {
    return declaration.kind === 'opaque' ? unreadable('its head cannot be read') : nothing;
  }
  if (others.length > 0) return unreadable(`it shares its body with ${others[0]?.name}()`);
  if (isInsideConditional(text, item.tokens, declaration.body.start)) {
    return unreadable('its opening brace is inside an #if that begins in its head');
  }
  const end = item.tokens.findLast((token) => isPunctuator(text, token, '}'))?.end ?? declaration.body.end;
  const body = span(declaration.body.start, end);
  const { start } = declaration.body;
  const head = item.tokens.filter((token) => token.start < start);
  const parameters = parseParameters(text, head, nameSpan.start, annotations);
  return {
    definitions: [{ name: named.name, nameSpan, isStatic: declaration.isStatic, parameters, body }],
    unreadable: [],
  };
}

const nothing: DefinitionsRead = { definitions: [], unreadable: [] };

/** `name (` before the first brace of something that is no declaration: perhaps a definition behind a macro. */
function calledInHead(
  text: string,
  item: ItemSegment,
  names: ReadonlySet<string>,
  isUnclear: boolean,
): DefinitionsRead {
  if (!isUnclear) return nothing;
  const code = item.tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  const brace = code.findIndex((token) => isPunctuator(text, token, '{'));
  const at = code.findIndex(
    (token, index) =>
      index < brace && names.has(text.slice(token.start, token.end)) && isPunctuator(text, code[index + 1], '('),
  );
  const token = code[at];
  if (!token) return nothing;
  const name = text.slice(token.start, token.end);
  const reason = item.broken ? 'its braces do not pair' : 'its head cannot be read';
  return { definitions: [], unreadable: [{ name, nameSpan: span(token.start, token.end), reason }] };
}

function isInsideConditional(text: string, tokens: readonly Token[], offset: number): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.start >= offset) break;
    const word = token.kind === 'directive' ? conditionalWord(text, token) : null;
    if (word === 'if') depth++;
    if (word === 'endif') depth--;
  }
  return depth > 0;
}
