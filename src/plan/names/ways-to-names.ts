import type { Macros } from './names-used.ts';

/** A name, and the macro in whose body it stands: the last step of a way to it. */
export type Way = { readonly name: string; readonly before: Way | null };

/** Names in the bodies of macros that are looked at from one item on. A reviewer would have given up long before. */
const MOST_LOOKED_AT = 400;

/** The names looked for, and the macros that lead to one of them, directly or through others. */
export function namesLeadingTo(wanted: ReadonlyMap<string, unknown>, macros: Macros): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [name, definitions] of macros) {
    for (const word of new Set(definitions.flatMap(({ words }) => words))) {
      const known = users.get(word);
      if (known) known.push(name);
      else users.set(word, [name]);
    }
  }
  const leading = new Set(wanted.keys());
  for (const name of leading) for (const user of users.get(name) ?? []) leading.add(user);
  return leading;
}

/**
 * The shortest way to each name looked for that `used` leads to, nearest first. `isCut`: there may be more, as not all
 * bodies on the way were looked at. `except` are names that are not looked for; `leading` is `namesLeadingTo`.
 */
export function waysTo(
  wanted: ReadonlyMap<string, unknown>,
  from: {
    readonly used: readonly string[];
    readonly except: readonly string[];
    readonly leading: ReadonlySet<string>;
    readonly macros: Macros;
  },
): { readonly ways: readonly Way[]; readonly isCut: boolean } {
  const seen = new Set(from.except);
  const queue: Way[] = from.used.map((name) => ({ name, before: null }));
  const ways: Way[] = [];
  let lookedAt = 0;
  let isCut = false;
  for (const step of queue) {
    if (seen.has(step.name)) continue;
    seen.add(step.name);
    if (wanted.has(step.name)) ways.push(step);
    for (const name of (from.macros.get(step.name) ?? []).flatMap(({ words }) => words)) {
      isCut ||= lookedAt === MOST_LOOKED_AT;
      if (isCut) break;
      lookedAt++;
      if (from.leading.has(name)) queue.push({ name, before: step });
    }
  }
  return { ways, isCut };
}

/** The macros passed on a way, then the name. */
export function routeOf(way: Way): readonly string[] {
  const route: string[] = [];
  for (let step: Way | null = way; step !== null; step = step.before) route.push(step.name);
  return route.reverse();
}
