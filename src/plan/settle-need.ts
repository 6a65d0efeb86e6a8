import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { placeOf } from '../text/place.ts';
import { type Layout, reaches } from './layout.ts';
import type { Need } from './needs.ts';
import { moveItem, type SettleState, spanOfItem, spanOfStep } from './settle-state.ts';

export function fileOf(manifest: Manifest, part: string): string {
  return manifest.parts.find(({ name }) => name === part)?.file ?? '';
}

export function isMet(layout: Layout, manifest: Manifest, need: Need): boolean {
  const [user, provider] = [fileOf(manifest, need.part), fileOf(manifest, need.providerPart)];
  if (user !== provider) return reaches(layout, user, provider);
  const names = manifest.parts.map(({ name }) => name);
  return names.indexOf(need.providerPart) < names.indexOf(need.part);
}

/** Finds a remedy for a need; false when there is none and a finding says so. */
export function meetNeed(state: SettleState, layout: Layout, need: Need): boolean {
  const { manifest, uses } = state;
  const [user, provider] = [fileOf(manifest, need.part), fileOf(manifest, need.providerPart)];
  const step = uses.steps[need.step];
  const userItem = step?.kind === 'item' ? step.item.index : null;
  const why = `it uses '${need.name}'`;
  if (need.part !== manifest.shared && user !== provider && !reaches(layout, provider, user)) {
    const known = state.includes.get(user) ?? new Set();
    state.includes.set(user, known.add(provider));
    return true;
  }
  if (userItem !== null && moveItem(state, userItem, need.providerPart, why, spanOfItem(state, need.provider)))
    return true;
  const neededBy = `'${need.part}' needs it here`;
  if (moveItem(state, need.provider, need.part, neededBy, spanOfStep(state, need.step))) return true;
  const source = state.header.source;
  const places = [
    {
      place: placeOf(source, spanOfItem(state, need.provider)),
      label: `'${need.name}' is declared here, in part '${need.providerPart}'`,
    },
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
