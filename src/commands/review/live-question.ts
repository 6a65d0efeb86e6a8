import type { Wanted } from './live-manifests.ts';

type Said = Pick<Wanted, 'part' | 'why'>;

/** Characters of a reason. */
const LONGEST = 500;

/** A decision, and what the page took the manifest to say; null: whatever it says. */
export type Asked = Wanted & { readonly was: Said | null };

/** Decisions as a page sends them, to be written together; null: these are none. */
export function readDecisions(body: unknown): readonly Asked[] | null {
  const listed = isRecord(body) ? body['decisions'] : null;
  if (!Array.isArray(listed) || listed.length === 0) return null;
  const read = listed.map(readWanted);
  return read.includes(null) ? null : read.flatMap((one) => one ?? []);
}

function readWanted(body: unknown): Asked | null {
  if (!isRecord(body) || typeof body['name'] !== 'string') return null;
  const [said, was] = [saidIn(body), body['was'] === null ? null : rawIn(body['was'])];
  if (said === null || (was === null && body['was'] !== null)) return null;
  return { name: body['name'], ...said, was };
}

/** Why a reason cannot stand in a manifest, or null. One that stands there already is left alone. */
export function problemOfWhy({ why, was }: Pick<Asked, 'why' | 'was'>): string | null {
  if (why === null || why === was?.why) return null;
  if (/\p{Cs}/u.test(why)) return 'The reason has half a character (a lone surrogate); type it again';
  return BIDI_CONTROLS.test(why)
    ? 'The reason has characters that reorder text (U+202A to U+202E, U+2066 to U+2069); type it without them'
    : null;
}

/** Who reads the manifest would see another text than it holds. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** A reason as it can be written: one line. */
function saidIn(value: unknown): Said | null {
  const raw = rawIn(value);
  if (raw === null) return null;
  const text = raw.why?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() ?? '';
  const line = text.length > LONGEST ? text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : text;
  return { part: raw.part, why: line === '' ? null : line };
}

/** As it stands in a manifest, whatever that is. */
function rawIn(value: unknown): Said | null {
  if (!isRecord(value)) return null;
  const { part, why } = value;
  if ((part !== null && typeof part !== 'string') || (why !== null && typeof why !== 'string')) return null;
  return { part, why };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
