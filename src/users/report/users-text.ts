import type { UsersPlan } from '../plan-users.ts';
import type { Wrapper } from '../wrappers.ts';
import { doubledOf, type FanOut, fanOutOf, includesOfWrapper, reliedOn, type WrapperInclude } from './users-report.ts';

/** The report in lines, header by header. */
export function linesOfUsers(plan: UsersPlan): readonly string[] {
  const lines = plan.situation.wrappers.flatMap((wrapper) => [...linesOfWrapper(plan, wrapper), '']);
  const widest = Math.max(
    0,
    ...plan.situation.wrappers.flatMap((one) => fanOutOf(plan, one).map(({ path }) => path.length)),
  );
  const most = Math.max(
    1,
    ...plan.situation.wrappers.flatMap((one) => fanOutOf(plan, one).map(({ before }) => before)),
  );
  const fans = uniqueFans(plan).map(
    ({ path, before, after }) => `  ${path.padEnd(widest)}  ${bar(after, before, most)} ${after} (was ${before})`,
  );
  return [...lines, 'source files that read each header afterwards:', ...fans];
}

const BAR = 24;

/** What is left in solid blocks, what is saved in light ones. */
function bar(after: number, before: number, most: number): string {
  const width = (count: number): number => Math.round((count / most) * BAR);
  const solid = width(after);
  return `${'#'.repeat(solid)}${'.'.repeat(Math.max(0, width(before) - solid))}`.padEnd(BAR);
}

function uniqueFans(plan: UsersPlan): readonly FanOut[] {
  const fans = new Map(plan.situation.wrappers.flatMap((one) => fanOutOf(plan, one)).map((fan) => [fan.path, fan]));
  return [...fans.values()];
}

function linesOfWrapper(plan: UsersPlan, wrapper: Wrapper): readonly string[] {
  const all = includesOfWrapper(plan, wrapper);
  const path = (one: WrapperInclude): string => plan.situation.graph.paths[one.file] ?? '';
  const readers = Math.max(
    0,
    ...fanOutOf(plan, wrapper)
      .filter((_, at) => wrapper.destinations[at]?.isPart)
      .map(({ before }) => before),
  );
  const files = new Set(all.map(({ file }) => file)).size;
  const head = `${wrapper.moved.path}: ${count(files, 'file includes', 'files include')} it, ${count(readers, 'source file reads', 'source files read')} it`;
  const of = (kind: WrapperInclude['outcome']['kind']): readonly WrapperInclude[] =>
    all.filter(({ outcome }) => outcome.kind === kind);
  const narrowed = of('narrowed');
  const bySize = new Map<number, number>();
  for (const { outcome } of narrowed)
    if (outcome.kind === 'narrowed')
      bySize.set(outcome.destinations.length, (bySize.get(outcome.destinations.length) ?? 0) + 1);
  const sizes = [...bySize]
    .sort(([a], [b]) => a - b)
    .map(
      ([size, number]) =>
        `${number} get ${size === 0 ? 'it from their own includes of parts' : count(size, 'part file', 'part files')}`,
    );
  const relied = reliedOn(plan, wrapper);
  const first = relied[0];
  const doubled = doubledOf(plan, wrapper);
  const [twice] = doubled;
  return [
    head,
    ...listed(
      of('nothing').length,
      (number) => `${number} use nothing that it declares (${baseOf(wrapper.moved.shared)} stays)`,
    ),
    ...listed(of('unused').length, (number) => `${number} use nothing that it declares and lose the include`),
    ...sizes.map((line) => `  ${line}`),
    ...listed(of('everything').length, (number) => `${number} need all of it (left alone)`),
    ...listed(of('elsewhere').length, (number) => `${number} read all of it by other includes as well (left alone)`),
    ...listed(of('conditional').length, (number) => `${number} include it under a condition (left alone)`),
    ...listed(of('outside').length, (number) => `${number} may not change (\`files\` of the manifest)`),
    ...listed(
      relied.length,
      (number) =>
        `${count(number, 'file', 'files')} relied on the include of another file and ${number === 1 ? 'gets a line' : 'get lines'} of ${number === 1 ? 'its' : 'their'} own: ${first?.file ?? ''} (by ${first?.by ?? ''})${number > 1 ? ' …' : ''}`,
    ),
    ...listed(
      doubled.length,
      (number) =>
        `${count(number, 'line stands', 'lines stand')} for what the file uses itself, though another include gives it too: ${twice?.file ?? ''} (${baseOf(twice?.destination ?? '')}, by ${twice?.by ?? ''})${number > 1 ? ' …' : ''}`,
    ),
    ...of('kept').map((one) => `  kept: ${path(one)} (${one.outcome.kind === 'kept' ? one.outcome.why : ''})`),
    ...of('unsure').map(
      (one) =>
        `  cannot be told: ${path(one)}: ${one.outcome.kind === 'unsure' ? one.outcome.reason : ''} (it keeps ${baseOf(wrapper.moved.path)})`,
    ),
  ];
}

function listed(number: number, line: (number: number) => string): readonly string[] {
  return number === 0 ? [] : [`  ${line(number)}`];
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same as a document. */
export function documentOfUsers(plan: UsersPlan): Readonly<Record<string, unknown>> {
  const { graph, wrappers } = plan.situation;
  return {
    headers: wrappers.map((wrapper) => ({
      header: wrapper.moved.path,
      includes: includesOfWrapper(plan, wrapper).map(({ file, line, outcome }) => ({
        file: graph.paths[file] ?? '',
        spelling: line.path,
        outcome: outcome.kind,
        ...(outcome.kind === 'narrowed' ? { instead: outcome.destinations.map(({ path }) => path) } : {}),
        ...(outcome.kind === 'unsure' ? { reason: outcome.reason } : {}),
        ...(outcome.kind === 'kept' ? { why: outcome.why } : {}),
      })),
      relied: reliedOn(plan, wrapper),
      doubled: doubledOf(plan, wrapper),
      readBy: fanOutOf(plan, wrapper),
    })),
    files: plan.changes.map(({ path }) => path),
  };
}
