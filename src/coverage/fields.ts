export type Fields = Readonly<Record<string, unknown>>;

/** More lines no source has. */
const MOST_LINES = 10_000_000;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, none where it is absent; null where it is something else. */
export function recordsOf(value: unknown): readonly Fields[] | null {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isRecord) ? value : null;
}

/** From 0, as compilers give it to what stands nowhere. */
export function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_LINES;
}

export function wrongLine(file: string, line: unknown): string {
  return `it has no line from 1 to ${MOST_LINES} of ${file}, but ${shown(line)}`;
}

export function wrongField(file: string, field: string): string {
  return `\`${field}\` of ${file} is not what such a report has there`;
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value;
}
