import type { ReviewData } from '../../review/review-data.ts';
import type { Wanted } from './live-manifests.ts';

export type Answer =
  | { readonly kind: 'done'; readonly version: number; readonly data: ReviewData; readonly said: string }
  /** The manifest says something else than the page took it to say. */
  | {
      readonly kind: 'differs';
      readonly version: number;
      readonly data: ReviewData;
      readonly part: string | null;
      readonly why: string | null;
    }
  | { readonly kind: 'refused'; readonly text: string };

type Said = Pick<Wanted, 'part' | 'why'>;

/** Characters of a reason. */
const LONGEST = 500;

/** A decision as a page sends it; null: it is none. */
export function readWanted(body: unknown): (Wanted & { readonly was: Said | null }) | null {
  if (!isRecord(body) || typeof body['name'] !== 'string') return null;
  const [said, was] = [saidIn(body), body['was'] === null ? null : saidIn(body['was'])];
  if (said === null || (was === null && body['was'] !== null)) return null;
  return { name: body['name'], ...said, was };
}

function saidIn(value: unknown): Said | null {
  if (!isRecord(value)) return null;
  const { part, why } = value;
  if ((part !== null && typeof part !== 'string') || (why !== null && typeof why !== 'string')) return null;
  const line =
    why
      ?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST) ?? '';
  return { part, why: line === '' ? null : line };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
