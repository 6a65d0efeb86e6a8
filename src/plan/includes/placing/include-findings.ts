import { type Diagnostic, diagnostic, helpOf, withNext } from '../../../diagnostics/diagnostic.ts';
import type { Item } from '../../../model/header.ts';
import { placeOf } from '../../../text/place.ts';
import { displayText } from '../../../text/source-text.ts';
import { includedPath } from '../../assign.ts';
import { functionNames, otherNames, partOf } from '../../placement.ts';
import type { IncludeInput } from '../include-input.ts';
import type { Siblings } from '../include-target.ts';
import type { Decision } from './include-decision.ts';
import type { Follower } from './include-followers.ts';
import type { Obstacle } from './include-obstacle.ts';
import type { PlacingState } from './placing-state.ts';

/** A note: an include goes to the wrapper, and no part needs it; `along` go there too. */
export function sentToWrapper(
  { header: { source } }: IncludeInput,
  include: Item,
  along: readonly Item[],
  route: readonly string[] | null,
  obstacle: Obstacle | undefined,
): Diagnostic {
  const place = placeOf(source, include.span);
  const others = along.map(({ span }) => ({ place: placeOf(source, span), label: 'goes there too, after it' }));
  if (route !== null)
    return diagnostic('include-loops', `this leads back to the header: ${route.join(' -> ')}`, place, ...others);
  const because = obstacle ? [{ place: placeOf(source, obstacle.item.span), label: obstacle.label }] : [];
  return diagnostic(
    'include-moved',
    `this goes to the wrapper: ${obstacle?.message ?? ''}`,
    place,
    ...because,
    ...others,
  );
}

/** A note: an include goes to another part than the shared one, between what it must follow and what needs it. */
export function sentToPart(
  { input: { header }, placements, siblings }: PlacingState,
  include: Item,
  found: { readonly part: string; readonly siblings: Siblings },
  obstacle: Obstacle,
  needer: Follower,
): Diagnostic {
  const user = partOf(placements, needer.item.index);
  const added = [...found.siblings].flatMap(([file, others]) =>
    [...others].filter((other) => !siblings.get(file)?.has(other)).map((other) => `${file} includes ${other}`),
  );
  const how = added.length === 0 ? '' : `; ${added.join(', ')}`;
  const message = `this goes to '${found.part}': ${obstacle.message}, and '${user}' ${needer.reason}${how}`;
  const { source } = header;
  return diagnostic(
    'include-moved',
    message,
    placeOf(source, include.span),
    { place: placeOf(source, obstacle.item.span), label: obstacle.label },
    { place: placeOf(source, needer.item.span), label: needer.label },
  );
}

/** The manifest sends an include where it comes too late for what needs it. */
export function includeNeeded(
  { input: { header }, placements }: PlacingState,
  include: Item,
  needer: Follower,
  otherwise: Decision,
): Diagnostic {
  const target = placements[include.index]?.target;
  const there =
    target?.kind === 'part'
      ? `this goes to '${target.part}'`
      : target?.kind === 'drop'
        ? 'this is dropped'
        : 'this goes to the wrapper';
  const message = `${there}, and '${partOf(placements, needer.item.index)}' ${needer.reason}`;
  const used = { place: placeOf(header.source, needer.item.span), label: needer.label };
  const finding = diagnostic('include-needed', message, placeOf(header.source, include.span), used);
  return withNext(finding, leaveOut(include, otherwise));
}

/** There is no place between what an include must follow and what needs it. */
export function includeStuck(
  state: PlacingState,
  include: Item,
  obstacles: readonly Obstacle[],
  needer: Follower | null,
  /** What would be without the manifest's word; null where it has none. */
  otherwise: Decision | null,
): Diagnostic {
  const { input, placements } = state;
  const { source } = input.header;
  const [first] = obstacles;
  const user = needer === null ? '' : `; and '${partOf(placements, needer.item.index)}' ${needer.reason}`;
  const places = [first, needer].flatMap((one) =>
    one ? [{ place: placeOf(source, one.item.span), label: one.label }] : [],
  );
  const finding = diagnostic(
    'include-order',
    `${first?.message ?? ''}${user}`,
    placeOf(source, include.span),
    ...places,
  );
  if (otherwise?.kind === 'placed') return withNext(finding, leaveOut(include, otherwise));
  return withNext(finding, assignTogether(state, obstacles));
}

function leaveOut(include: Item, otherwise: Decision): string {
  const [path = ''] = includedPath(include);
  const advice = `Leave '${displayText(path)}' out of \`includes\``;
  if (otherwise.kind === 'placed') {
    const { target } = otherwise.placement;
    const where = target.kind === 'part' ? `it then goes to '${target.part}'` : 'it then goes to the wrapper';
    const how = otherwise.leadingBack === null ? '' : ', which includes the header above its guard';
    return `${advice}: ${where}${how}.`;
  }
  const [finding] = otherwise.kind === 'stuck' ? otherwise.findings : [];
  return finding ? `${advice}. ${helpOf(finding)}` : `${advice}.`;
}

/** What an include must follow may come before it in the shared part. */
function assignTogether({ input, moved, placements }: PlacingState, obstacles: readonly Obstacle[]): string {
  const { shared } = input.manifest;
  const sent = obstacles.filter(
    ({ item }) => includedPath(item).length > 0 && placements[item.index]?.by === 'manifest',
  );
  const items = obstacles
    .filter((one) => !sent.includes(one))
    .flatMap(({ item }) => moved.byItem.get(item)?.because ?? [item]);
  const names = items.flatMap((item) => [...functionNames(item), ...otherNames(item)].slice(0, 1));
  const advice = [
    ...(names.length === 0 ? [] : [`assign ${listOf(names)} to '${shared}'`]),
    ...(sent.length === 0
      ? []
      : [`leave ${listOf(sent.flatMap(({ item }) => includedPath(item)))} out of \`includes\``]),
  ].join(', and ');
  return `${advice.slice(0, 1).toUpperCase()}${advice.slice(1)}.`;
}

function listOf(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `'${displayText(name)}'`).join(', ');
}
