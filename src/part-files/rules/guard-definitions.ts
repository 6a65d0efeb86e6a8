import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Branch, Header, Node } from '../../model/header.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: a file of the split that tests a guard defines the one that it tests. */
export function checkGuardDefinitions({ wrapper, parts }: SplitHeaders): readonly Diagnostic[] {
  return [...parts.values(), wrapper].flatMap(definedOtherwise);
}

/** Whether a header tests one macro as its guard and defines another. */
export function isMisdefined(header: Header): boolean {
  return definedOtherwise(header).length > 0;
}

/** A header that does not define what it tests has no guard: all of it is a conditional group that begins by `#define`. */
function definedOtherwise(header: Header): readonly Diagnostic[] {
  if (header.guard.kind !== 'none') return [];
  const [only, ...others] = header.nodes.filter((node) => node.kind !== 'comment');
  const branch =
    only?.kind === 'group' && others.length === 0 && only.branches.length === 1 ? only.branches[0] : undefined;
  const tested = branch ? testedName(header, branch) : null;
  const defined = branch?.nodes.find((node) => node.kind !== 'comment');
  const mark = defined ? definedMark(defined) : null;
  if (!branch || tested === null || mark === null || defines(header, tested)) return [];
  const { source } = header;
  const message = `${source.path} tests ${tested} and defines ${mark.name}: it is read again at each include`;
  const test = { place: placeOf(source, branch.directive.span), label: 'tested here' };
  return [diagnostic('guard-undefined', message, placeOf(source, mark.span), test)];
}

/** The macro of `#ifndef X` or `#if !defined(X)`. */
function testedName({ source }: Header, { directive }: Branch): string | null {
  if (directive.kind !== 'if') return null;
  const words = directive.condition
    .map((token) => tokenText(source.text, token))
    .filter((word) => !/^[()]$/.test(word));
  if (directive.word === 'ifndef') return words.length === 1 ? (words[0] ?? null) : null;
  const [not, operator, name, ...more] = words;
  return not === '!' && operator === 'defined' && more.length === 0 ? (name ?? null) : null;
}

/** What stands before the guard's `#define` does not make it another. */
function defines({ items }: Header, name: string): boolean {
  return items.some(
    ({ content }) =>
      content.kind === 'directive' && content.directive.kind === 'define' && content.directive.name === name,
  );
}

function definedMark(node: Node) {
  if (node.kind !== 'item' || node.item.content.kind !== 'directive') return null;
  const { directive } = node.item.content;
  return directive.kind === 'define' && directive.parameters === null && directive.body.length === 0 ? directive : null;
}
