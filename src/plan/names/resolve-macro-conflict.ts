import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Item } from '../../model/header.ts';
import { isPunctuator, tokenText } from '../../parse/tokens/token.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { placeOf } from '../../text/place.ts';
import { functionNames, partOf } from '../placement.ts';
import { wrapperKey } from '../split-plan.ts';
import { inForce, type MacroEvent } from './macro-events.ts';
import type { MacroConflict } from './macro-order.ts';
import type { MacroUsers } from './macro-users.ts';
import { partsWithin } from './needs.ts';
import { moveItem, place, type SettleState, spanOfItem, spanOfStep } from './resolution.ts';

/** Finds a remedy for a macro conflict; false when there is none and a finding says so. */
export function resolveConflict(state: SettleState, users: MacroUsers, conflict: MacroConflict): boolean {
  const step = state.uses.steps[conflict.step];
  const isOwnCondition =
    step?.kind === 'conditions' && conflict.event.item >= step.first && conflict.event.item <= step.last;
  if (step?.kind === 'conditions' && isOwnCondition) return keepWhole(state, step.first, step.last, conflict);
  if (!conflict.event.defines && usedInSeveralParts(state, users, conflict)) return endAfterParts(state, conflict);
  const why = `'${conflict.name}' is used ${conflict.how === 'early' ? 'before this' : 'after this'}, in part '${conflict.part}'`;
  if (
    conflict.part !== wrapperKey &&
    moveItem(state, conflict.event.item, conflict.part, why, spanOfStep(state, conflict.step))
  ) {
    if (!conflict.event.defines) moveDefinitionAlong(state, users, conflict);
    return true;
  }
  state.findings.push(meaningChanges(state, conflict));
  return false;
}

/** Whether items of more than one part other than the shared one use a macro before its `#undef`. */
function usedInSeveralParts(state: SettleState, users: MacroUsers, { name, event }: MacroConflict): boolean {
  if (users.sectionsUsing(name).size < 2) return false;
  const parts = new Set<string>();
  for (const at of users.stepsOf.get(name) ?? []) {
    const step = state.uses.steps[at];
    if (at >= event.step || parts.size > 1) break;
    if (step?.kind !== 'item' || !state.uses.usedBy[at]?.words.has(name)) continue;
    const part = partOf(state.placements, step.item.index);
    if (part !== null && part !== state.manifest.shared) parts.add(part);
  }
  return parts.size > 1;
}

/** No part can end a macro that several use: the wrapper does, after all of them. */
function endAfterParts(state: SettleState, conflict: MacroConflict): boolean {
  const why = `several parts use '${conflict.name}', which each part leaves defined when it is included alone`;
  if (moveBehindParts(state, conflict, why)) return true;
  state.findings.push(meaningChanges(state, conflict));
  return false;
}

function moveBehindParts(state: SettleState, { event, step }: MacroConflict, why: string): boolean {
  const { item } = event;
  if (state.placements[item]?.by !== 'default') return false;
  place(state, item, { kind: 'wrapper' });
  const { source } = state.header;
  const because = { place: placeOf(source, spanOfStep(state, step)), label: 'used here' };
  const message = `this goes to the wrapper: ${why}`;
  state.findings.push(diagnostic('declaration-moved', message, placeOf(source, spanOfItem(state, item)), because));
  return true;
}

/** Each `#define` that a moved `#undef` may end goes with it, when nobody but the same part needs it. */
function moveDefinitionAlong(state: SettleState, users: MacroUsers, { name, part, event }: MacroConflict): void {
  const { events, steps } = state.uses;
  const runs = [{ events: events.get(name) ?? [], before: event.step }];
  const why = 'the #undef goes there';
  for (const define of inForce(steps, runs, steps[event.step]?.path ?? [])) {
    if (define.defines && !isUsedElsewhere(state, users, part, define, event.step))
      moveItem(state, define.item, part, why, spanOfItem(state, event.item));
  }
}

/** Whether another part uses a macro between its `#define` and a later step. */
function isUsedElsewhere(
  { uses, placements }: SettleState,
  users: MacroUsers,
  part: string,
  { name, step }: MacroEvent,
  before: number,
): boolean {
  const using = users.stepsOf.get(name) ?? [];
  const [from, to] = [step + 1, before].map((limit) => lowerBound(using, (at) => at < limit));
  return using.slice(from, to).some((at) => {
    const one = uses.steps[at];
    if (!one || !uses.usedBy[at]?.words.has(name)) return false;
    const parts =
      one.kind === 'item' ? [partOf(placements, one.item.index)] : partsWithin(placements, one.first, one.last);
    return parts.some((other) => other !== part);
  });
}

/**
 * A group whose own content changes its condition cannot be tested after that: all of it goes where its prototypes go. Where
 * these go to several parts, what it defines waits in the wrapper until each part has tested it. Between a part file and
 * the wrapper nothing tells another file that the group was read: so it must hold nothing that C forbids to repeat.
 */
function keepWhole(state: SettleState, first: number, last: number, conflict: MacroConflict): boolean {
  const { items, source } = state.header;
  const group = items.slice(first, last + 1);
  const parts = new Map<string, number>();
  for (const item of group) {
    const part = partOf(state.placements, item.index);
    if (
      part !== null &&
      (state.placements[item.index]?.by !== 'default' || functionNames(item).length > 0) &&
      !parts.has(part)
    )
      parts.set(part, item.index);
  }
  const [part, ...others] = parts.keys();
  const other = others[0];
  if (part !== undefined && other === undefined) {
    const moved = group.map(
      (item) =>
        partOf(state.placements, item.index) !== part &&
        moveItem(
          state,
          item.index,
          part,
          `the group tests '${conflict.name}' and changes it`,
          spanOfStep(state, conflict.step),
        ),
    );
    if (moved.includes(true)) return true;
  }
  if (other === undefined) {
    state.findings.push(meaningChanges(state, conflict));
    return false;
  }
  const untilTested = `several parts test '${conflict.name}', which each part leaves undefined when it is included alone`;
  const isRepeatable = group.every((item) => mayBeRepeated(source.text, item));
  if (conflict.event.defines && isRepeatable && moveBehindParts(state, conflict, untilTested)) return true;
  const places = [part ?? '', other].map((name) => ({
    place: placeOf(source, spanOfItem(state, parts.get(name) ?? first)),
    label: `goes to '${name}'`,
  }));
  const message = `the group changes '${conflict.name}', which its own condition tests, and its declarations go to different parts`;
  state.findings.push(
    diagnostic('group-divided', message, placeOf(source, spanOfStep(state, conflict.step)), ...places),
  );
  return false;
}

/** Whether C takes the same item twice: no body, no members, no initializer, nothing that is not known. */
function mayBeRepeated(text: string, { content, tokens }: Item): boolean {
  if (content.kind !== 'declaration') return content.kind !== 'broken';
  const { kind } = content.declaration;
  if (kind === 'macro-call' && !isExternCall(text, tokens)) return false;
  if (kind === 'opaque' || kind === 'assembly') return false;
  return !tokens.some((token) => isPunctuator(text, token, '{') || isPunctuator(text, token, '='));
}

/** `extern int __REDIRECT (f, (int), g);`: a storage class, a type, and an end: no definition. */
function isExternCall(text: string, tokens: Item['tokens']): boolean {
  const [first, , third] = tokens;
  const isExtern = first !== undefined && tokenText(text, first) === 'extern';
  return isExtern && !isPunctuator(text, third, '(') && isPunctuator(text, tokens.at(-1), ';');
}

function meaningChanges(state: SettleState, conflict: MacroConflict): Diagnostic {
  const { source } = state.header;
  const label = conflict.how === 'early' ? 'this would come before it' : 'this would no longer come before it';
  const message = `'${conflict.name}' would mean something else here, in part '${conflict.part}', after the split`;
  return diagnostic('meaning-changes', message, placeOf(source, spanOfStep(state, conflict.step)), {
    place: placeOf(source, spanOfItem(state, conflict.event.item)),
    label,
  });
}
