import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { fileOf, positionOf } from '../../manifest/part-lookup.ts';
import { placeOf } from '../../text/place.ts';
import type { Need } from './need.ts';
import { moveItem, type SettleState, spanOfItem, spanOfStep } from './resolution.ts';

export function isMet({ manifest, reach }: SettleState, need: Need): boolean {
  const [user, provider] = [fileOf(manifest, need.part) ?? '', fileOf(manifest, need.providerPart) ?? ''];
  if (user !== provider) return reach.reaches(user, provider);
  return positionOf(manifest, need.providerPart) < positionOf(manifest, need.part);
}

/** Finds a remedy for a need; false when there is none and a finding says so. */
export function meetNeed(state: SettleState, need: Need): boolean {
  const { manifest, uses } = state;
  const [user, provider] = [fileOf(manifest, need.part) ?? '', fileOf(manifest, need.providerPart) ?? ''];
  const step = uses.steps[need.step];
  const userItem = step?.kind === 'item' ? step.item.index : null;
  const why = `it uses '${need.name}'`;
  if (need.part !== manifest.shared && user !== provider && !state.reach.reaches(provider, user)) {
    const known = state.includes.get(user) ?? new Set();
    state.includes.set(user, known.add(provider));
    return true;
  }
  if (userItem !== null && moveItem(state, userItem, need.providerPart, why, spanOfItem(state, need.provider)))
    return true;
  const neededBy = `'${need.part}' needs it here`;
  if (moveItem(state, need.provider, need.part, neededBy, spanOfStep(state, need.step))) return true;
  const source = state.header.source;
  // Of what nobody assigned it is told how it came to be there.
  const reason = (item: number | null): string => {
    const moved = item === null ? undefined : state.whyMoved.get(item);
    return moved === undefined ? '' : `: ${moved}`;
  };
  const places = [
    {
      place: placeOf(source, spanOfItem(state, need.provider)),
      label: `'${need.name}' is declared here, in part '${need.providerPart}'${reason(need.provider)}`,
    },
    ...(reason(userItem) === ''
      ? []
      : [{ place: placeOf(source, spanOfStep(state, need.step)), label: `in part '${need.part}'${reason(userItem)}` }]),
  ];
  const isSameFile = user === provider;
  const message = isSameFile
    ? `'${need.part}' comes before '${need.providerPart}' in ${user} and uses '${need.name}'`
    : `${user} would have to include ${provider}, which includes it: '${need.part}' uses '${need.name}'`;
  state.findings.push(
    diagnostic(
      isSameFile ? 'section-order' : 'calls-back',
      message,
      placeOf(source, spanOfStep(state, need.step)),
      ...places,
    ),
  );
  return false;
}
