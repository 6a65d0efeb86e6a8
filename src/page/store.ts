import type { ReviewData } from '../review/review-data.ts';
import type { Decisions } from './decisions.ts';

/** Decisions by the names of the functions, so that they hold in a page that is made again. */
export function formatDecisions({ functions }: ReviewData, decisions: Decisions): string {
  return JSON.stringify([...decisions].map(([at, { part, why }]) => [functions[at]?.name, part, why]));
}

/** Reads them; what fits no function is left out. */
export function parseDecisions({ functions, parts }: ReviewData, text: string | null): Decisions {
  const numbers = new Map(functions.map(({ name }, at) => [name, at]));
  const isPart = (part: unknown): part is string | null =>
    part === null || (typeof part === 'string' && parts.includes(part));
  let listed: unknown = null;
  try {
    listed = JSON.parse(text ?? '[]');
  } catch {}
  if (!Array.isArray(listed)) return new Map();
  return new Map(
    listed.flatMap((entry: unknown) => {
      if (!Array.isArray(entry)) return [];
      const [name, part, why] = entry as readonly unknown[];
      const at = typeof name === 'string' ? numbers.get(name) : undefined;
      const one = at === undefined ? undefined : functions[at];
      if (at === undefined || one === undefined || !isPart(part)) return [];
      if (part === null && one.part !== null) return [];
      const reason = typeof why === 'string' ? why : null;
      if (part === one.part && reason === one.why) return [];
      return [[at, { part, why: reason }] as const];
    }),
  );
}

/** One page's decisions are not another's. */
export function storeKey({ manifests, functions }: ReviewData): string {
  const paths = manifests.map(({ path, header }) => `${path}>${header}`).join('|');
  return `header-split-review ${paths} ${functions.length}`;
}
