import type { Header, Item } from '../../../model/header.ts';
import { type Placement, partOf, partTarget } from '../../placement.ts';
import { includeChain } from '../include-graph.ts';
import { chooseTarget } from '../include-target.ts';
import { changedBy } from '../word-uses.ts';
import type { Decision } from './include-decision.ts';
import { includeNeeded, includeStuck, sentToPart, sentToWrapper } from './include-findings.ts';
import { type Follower, followersOf } from './include-followers.ts';
import { type Obstacle, obstaclesAbove } from './include-obstacle.ts';
import { includesLacked, orderAmongIncludes } from './moved-include.ts';
import type { PlacingState } from './placing-state.ts';

/** Where an include goes, given where those above it went. */
export function decideInclude(state: PlacingState, include: Item, file: string): Decision {
  const placement = state.placements[include.index];
  if (placement?.by !== 'manifest') return decideByRule(state, include, file);
  const { target } = placement;
  return target.kind === 'part'
    ? decidePart(state, include, file, placement, target.part)
    : decideAway(state, include, file, placement);
}

/** The manifest sends it to the wrapper, or drops it: then no part may need it. */
function decideAway(state: PlacingState, include: Item, file: string, placement: Placement): Decision {
  const isDropped = placement.target.kind === 'drop';
  const [first] = followersIn(state, include, file).filter(({ isNeeding }) => isNeeding || !isDropped);
  if (!first) return placed(state, placement);
  return { kind: 'stuck', findings: [includeNeeded(state, include, first, decideByRule(state, include, file))] };
}

/** The manifest sends it to a part: then what needs it must come after, and what it needs before. */
function decidePart(state: PlacingState, include: Item, file: string, placement: Placement, part: string): Decision {
  const { input, names, moved, placements } = state;
  const { manifest } = input;
  const order = orderAmongIncludes(input, names, moved, file);
  const behind = order.find(({ item }) => placements[item.index]?.target.kind === 'wrapper');
  const isPulled = behind && state.pulled.get(behind.item)?.some(({ item }) => item === include);
  if (behind && !isPulled && placements[behind.item.index]?.by === 'rule') {
    const reason = 'gets an include that has to follow it';
    const follower = { item: include, name: '', names: [], reason, label: 'this has to follow it', isNeeding: true };
    return { kind: 'pulls', include: behind.item, followers: [follower] };
  }
  const before = [...obstaclesAbove(input, include), ...order];
  const after = part === manifest.shared ? [] : followersIn(state, include, file).filter(({ isNeeding }) => isNeeding);
  const found = behind ? null : chooseTarget(manifest, state.siblings, [part], partsOf(state, before, after));
  if (found === null) {
    const [first] = after;
    const otherwise = decideByRule(state, include, file);
    const finding =
      before[0] || !first
        ? includeStuck(state, include, before, first ?? null, otherwise)
        : includeNeeded(state, include, first, otherwise);
    return { kind: 'stuck', findings: [finding] };
  }
  const pulls = pulledFor(state, include, file);
  if (pulls) return pulls;
  const route = routeBack(state, file);
  const followers = route === null ? [] : followersIn(state, include, file);
  const leadingBack = route === null ? null : { item: include, route, parts: [part], followers };
  return placed(state, placement, { siblings: found.siblings, leadingBack });
}

function decideByRule(state: PlacingState, include: Item, file: string): Decision {
  const { input, moved, names } = state;
  const { shared, parts } = input.manifest;
  const route = routeBack(state, file);
  const obstacles = [...obstaclesAbove(input, include), ...orderAmongIncludes(input, names, moved, file)];
  const stays: Placement = { target: partTarget(shared), by: 'default' };
  if (route === null && obstacles.length === 0) return pulledFor(state, include, file) ?? placed(state, stays);
  const followers = followersIn(state, include, file);
  const because = obstacles.map(({ item }) => item);
  const [needer] = followers;
  if (route !== null && isAboveGuard(input.header, include)) {
    const { after } = partsOf(state, [], followers);
    return placed(state, toWrapper, {
      leadingBack: needer ? { item: include, route, parts: after, followers } : null,
      findings: needer ? [] : [sentToWrapper(input, include, [], route, undefined)],
    });
  }
  const along = followers.map(({ item }) => item);
  if (!needer || mayGoAlong(state, along))
    return placed(state, toWrapper, {
      because,
      along,
      findings: [sentToWrapper(input, include, along, route, obstacles[0])],
    });
  const above = obstacles.find(({ item }) => state.placements[item.index]?.target.kind === 'wrapper');
  if (above && state.placements[above.item.index]?.by === 'rule')
    return { kind: 'pulls', include: above.item, followers };
  const ends = partsOf(state, obstacles, followers);
  const needing = parts.map(({ name }) => name).filter((name) => name !== shared && ends.after.includes(name));
  const others = parts.map(({ name }) => name).filter((name) => name !== shared && !needing.includes(name));
  // The fewer part files read the header in its turn, the better; but one part for all that needs it.
  const candidates =
    obstacles.length > 0 ? [...needing, ...others] : ends.after.length === 1 ? [...needing, shared] : [shared];
  const found = above ? null : chooseTarget(input.manifest, state.siblings, candidates, ends);
  if (found === null) return { kind: 'stuck', findings: [includeStuck(state, include, obstacles, needer, null)] };
  const pulls = pulledFor(state, include, file);
  if (pulls) return pulls;
  const leadingBack = route === null ? null : { item: include, route, parts: [found.part], followers };
  if (found.part === shared) return placed(state, stays, { leadingBack });
  const placement: Placement = { target: partTarget(found.part), by: 'rule' };
  const note = obstacles[0] ? [sentToPart(state, include, found, obstacles[0], needer)] : [];
  return placed(state, placement, { siblings: found.siblings, because, leadingBack, findings: note });
}

/** The include that a rule sent to the wrapper and that one which stays in a part has to follow, if there is one. */
function pulledFor(state: PlacingState, include: Item, file: string): Decision | null {
  const { input, names, moved, placements, pulled } = state;
  if (moved.byItem.size === 0) return null;
  for (const [item, name] of includesLacked(input, names, file)) {
    const { target, by } = placements[item.index] ?? {};
    const isKnown = pulled.get(item)?.some((follower) => follower.item === include);
    if (!moved.byItem.has(item) || target?.kind !== 'wrapper' || by !== 'rule' || isKnown) continue;
    const reason = `needs it for '${name}'`;
    const follower = {
      item: include,
      name,
      names: [name],
      reason,
      label: 'the included file uses it',
      isNeeding: true,
    };
    return { kind: 'pulls', include: item, followers: [follower] };
  }
  return null;
}

/** What is included above the guard is read before it: it leads to the whole header, and there it must stay. */
export function isAboveGuard({ guard }: Header, { span }: Item): boolean {
  return guard.kind === 'macro' && span.end <= guard.open.start;
}

/** Macros that nobody assigned, and that no part uses further down, may be defined or ended after all the parts. */
function mayGoAlong({ input: { uses }, placements }: PlacingState, items: readonly Item[]): boolean {
  const going = new Set(items.map(({ index }) => index));
  const first = new Map<string, number>();
  for (const item of items) {
    const name = changedBy(item);
    if (name === null || placements[item.index]?.by !== 'default') return false;
    if (!first.has(name)) first.set(name, uses.stepOfItem[item.index] ?? 0);
  }
  return !uses.usedBy.some(({ words }, at) => {
    const step = uses.steps[at];
    if (step?.kind === 'conditions' && isWithin(step, going)) return false;
    return [...first].some(([name, change]) => change < at && words.has(name));
  });
}

function isWithin(
  { first, last }: { readonly first: number; readonly last: number },
  items: ReadonlySet<number>,
): boolean {
  for (let index = first; index <= last; index++) if (!items.has(index)) return false;
  return true;
}

const toWrapper: Placement = { target: { kind: 'wrapper' }, by: 'rule' };

function placed(
  { siblings }: PlacingState,
  placement: Placement,
  more: Partial<Omit<Extract<Decision, { kind: 'placed' }>, 'kind' | 'placement'>> = {},
): Decision {
  return { kind: 'placed', placement, siblings, because: [], along: [], leadingBack: null, findings: [], ...more };
}

/** What has to come after an include in a part. */
function followersIn(state: PlacingState, include: Item, file: string): readonly Follower[] {
  const all = [...followersOf(state.input, state.names, include, file), ...(state.pulled.get(include) ?? [])];
  return all.filter(({ item }) => partOf(state.placements, item.index) !== null);
}

function partsOf(
  { placements }: PlacingState,
  before: readonly Obstacle[],
  after: readonly Follower[],
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const parts = (items: readonly { readonly item: Item }[]): readonly string[] => [
    ...new Set(items.flatMap(({ item }) => partOf(placements, item.index) ?? [])),
  ];
  return { before: parts(before), after: parts(after) };
}

/** The files from the header by way of an included one to the header again; null when it does not lead there. */
function routeBack({ input, leadingBack }: PlacingState, file: string): readonly string[] | null {
  const { path } = input.header.source;
  if (!leadingBack.has(file)) return null;
  const chain = file === path ? [file] : includeChain(input.facts.graph, file, path);
  return chain === null ? null : [path, ...chain];
}
