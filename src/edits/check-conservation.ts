import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type DefinedMacros, macrosDefinedIn } from '../model/defined-macros.ts';
import type { Header, Item, Node } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import { type SplitPlan, wrapperKey } from '../plan/split-plan.ts';
import { countOf } from '../text/count-of.ts';
import { placeOf } from '../text/place.ts';
import type { Span } from '../text/span.ts';
import { type KeyOf, keptNeighbours } from './check-neighbours.ts';
import { commentsAmong, commentsIn } from './comment-texts.ts';
import { type ConditionNumbers, conditionNumbers } from './condition-numbers.ts';
import { headerGuardDefinition } from './print-file.ts';
import type { RenderedFile } from './render-files.ts';

/**
 * The law of conservation, checked on the bytes to be written and not on the plan: every item of the header stands in
 * exactly one file, token for token and behind the same conditions, and before the same items if it does not end by itself; of each comment there is a copy, but for those on
 * dropped includes; nothing else is there but includes between the files. The files must not hold assertions yet.
 */
export function checkConservation(
  plan: SplitPlan,
  files: readonly RenderedFile[],
  options: HeaderOptions,
): readonly Diagnostic[] {
  const numberOf = conditionNumbers();
  const before = itemKeys(plan.header, numberOf, (item) => plan.placements[item.index]?.target.kind !== 'drop');
  const after = new Map<string, number>();
  const own = macrosOf(plan.header);
  const known = {
    ...options,
    annotations: [...options.annotations, ...own.annotations],
    types: [...(options.types ?? []), ...own.types],
    bodies: [...(options.bodies ?? []), ...own.bodies],
    wrapper: plan.header.source.path,
  };
  const neighbours = keptNeighbours(plan, keyed(before));
  const comments = new Set<string>();
  // One at a time: of a large header it would be twice the memory to have all at hand. `file` would be remembered.
  for (const { path, text } of files) {
    const source = { path, text };
    const header = parseHeader(source, known);
    const keys = itemKeys(header, numberOf, () => true);
    neighbours.count(header, keyed(keys));
    for (const comment of commentsIn(text, tokensOf(source))) comments.add(comment);
    const added = counted(addedLines(plan, path));
    for (const { key, code } of keys) {
      const left = added.get(code) ?? 0;
      if (left > 0) added.set(code, left - 1);
      else after.set(key, (after.get(key) ?? 0) + 1);
    }
  }
  return [
    ...lostOrChanged(plan.header, before, after),
    ...neighbours.lost(),
    ...lostComments(
      plan,
      commentsAmong(
        files.map(({ text }) => text),
        comments,
      ),
    ),
  ];
}

/** A part file is read with the macros that the header defines, wherever their definitions went. */
function macrosOf({ source, items }: Header): DefinedMacros {
  return macrosDefinedIn(
    source.text,
    items.flatMap(({ tokens }) => (tokens.some(isDirective) ? tokens.filter(isDirective) : [])),
  );
}

function isDirective({ kind }: Token): boolean {
  return kind === 'directive';
}

/** The directives that the split adds to a file: includes of part files, and the header's guard where one defines it. */
function addedLines(plan: SplitPlan, path: string): readonly string[] {
  const operands = plan.partIncludes.get(path === plan.header.source.path ? wrapperKey : path) ?? [];
  return [
    ...operands.map((operand) => `#include ${operand}`),
    ...(path === plan.headerGuardIn ? [headerGuardDefinition(plan.header)] : []),
  ];
}

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

type Keyed = { readonly key: string; readonly code: string; readonly item: Item };

function keyed(items: readonly Keyed[]): KeyOf {
  const keys = new Map(items.map(({ item, key }) => [item.index, key]));
  return (index) => keys.get(index) ?? null;
}

/** Items by their code tokens and the conditions around them. */
function itemKeys(header: Header, numberOf: ConditionNumbers, isWanted: (item: Item) => boolean): readonly Keyed[] {
  const { text } = header.source;
  const directive = ({ start, end }: Span): string => normal(text.slice(start, end));
  const keys: Keyed[] = [];
  const visit = (nodes: readonly Node[], around: number): void => {
    for (const node of nodes) {
      if (node.kind === 'item' && isWanted(node.item)) {
        const code = codeOf(text, node.item);
        keys.push({ key: `${around} ${code}`, code, item: node.item });
      }
      if (node.kind === 'bracket') {
        // A comment that opens one is read together with the comments above it, of which a file may have others.
        const ends = node.name === 'comment group' ? [node.name] : [directive(node.open), directive(node.close)];
        visit(node.nodes, ends.reduce(numberOf, around));
      }
      if (node.kind === 'group') {
        let branchNumber = around;
        for (const branch of node.branches) {
          branchNumber = numberOf(branchNumber, directive(branch.directive.span));
          visit(branch.nodes, branchNumber);
        }
      }
    }
  };
  visit(header.nodes, 0);
  return keys;
}

function codeOf(text: string, item: Item): string {
  if (item.tokens.length === 0) return normal(text.slice(item.span.start, item.span.end));
  return item.tokens
    .filter((token) => token.kind !== 'comment')
    .map((token) => (token.kind === 'directive' ? text.slice(token.start, token.end) : tokenText(text, token)))
    .join(' ');
}

function normal(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function lostOrChanged(header: Header, before: readonly Keyed[], after: Map<string, number>): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const { key, item } of before) {
    const count = after.get(key) ?? 0;
    if (count === 0)
      findings.push(
        diagnostic('not-conserved', 'the split would lose or change this', placeOf(header.source, item.span)),
      );
    else after.set(key, count - 1);
  }
  const surplus = [...after].filter(([, count]) => count > 0);
  if (findings.length === 0 && surplus.length > 0) {
    const [first] = surplus;
    findings.push(
      diagnostic(
        'not-conserved',
        `the split would add ${countOf(surplus.length, 'declaration')}, the first being '${first?.[0].replace(/^\d+ /, '').slice(0, 80)}'`,
        placeOf(header.source, { start: 0, end: 1 }),
      ),
    );
  }
  return findings;
}

function lostComments(
  { header, commentTargets }: SplitPlan,
  isPresent: (comment: string) => boolean,
): readonly Diagnostic[] {
  const { text } = header.source;
  return header.comments
    .filter(({ index, span }) => commentTargets[index]?.length !== 0 && !isPresent(text.slice(span.start, span.end)))
    .map(({ span }) => diagnostic('not-conserved', 'this comment would be lost', placeOf(header.source, span)));
}
