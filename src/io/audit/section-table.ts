/** The table at the end of a file of sections. */
export type SectionTable = {
  /** The tool that wrote it. */
  readonly build: string;
  readonly about: unknown;
  readonly sections: ReadonlyMap<string, Row>;
};

/** Where a section stands, in bytes, and its checksum. */
export type Row = { readonly at: number; readonly length: number; readonly sum: string };

/** Reads the JSON of a table; null where it is not one. */
export function tableOf(text: string): SectionTable | null {
  let table: unknown;
  try {
    table = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(table)) return null;
  const { build, about, sections } = table;
  if (typeof build !== 'string' || !isRecord(sections)) return null;
  const rows = new Map<string, Row>();
  for (const [name, row] of Object.entries(sections)) {
    if (!isRow(row)) return null;
    rows.set(name, row);
  }
  return { build, about, sections: rows };
}

function isRow(value: unknown): value is Row {
  if (!isRecord(value)) return false;
  return isPlace(value['at']) && isPlace(value['length']) && typeof value['sum'] === 'string';
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
