import { scalar } from './scalar.ts';

/** What is written as comments around a function's line (latin1, one line each); null: nothing is. */
export type PrototypeRemark = {
  /** The title of the section of the header that it stands in. */
  readonly section: string | null;
  /** Behind its name: where it is defined. */
  readonly file: string | null;
};

export type PrototypeRemarks = {
  readonly of: ReadonlyMap<string, PrototypeRemark>;
  /** The folder that every `file` is in, with its `/`; empty: the root. */
  readonly folder: string;
};

/** The lines of `prototypes`, without a part: a title above each section, and the files in one column. */
export function prototypesSection(
  names: readonly string[],
  parts: readonly string[],
  remarks: PrototypeRemarks | null,
): readonly string[] {
  if (names.length === 0) return ['prototypes: {}'];
  const column = columnOf(names, parts);
  let section: string | null = null;
  const lines = names.flatMap((name, at) => {
    const remark = remarks?.of.get(name);
    const here = remark?.section ?? null;
    const isNew = here !== section;
    section = here;
    const gap = isNew && at > 0 ? [''] : [];
    const title = isNew && here !== null ? [`  # ${here}`] : [];
    return [...gap, ...title, lineOf(name, remark?.file ?? null, column)];
  });
  return [...introduction(remarks), 'prototypes:', ...lines];
}

/** Longer names push their comment to the right. */
const WIDEST_NAME = 32;

/** Where comments begin, so that any of the parts fits in before them. */
function columnOf(names: readonly string[], parts: readonly string[]): number {
  const widths = names.map((name) => scalar(name).length).filter((width) => width <= WIDEST_NAME);
  const part = Math.max(...parts.map((name) => scalar(name).length), 0);
  return 2 + Math.max(...widths, 0) + ': '.length + part + 1;
}

function lineOf(name: string, file: string | null, column: number): string {
  const line = `  ${scalar(name)}:`;
  return file === null ? line : `${line.padEnd(column - 1)} # ${file}`;
}

function introduction(remarks: PrototypeRemarks | null): readonly string[] {
  const what = "# Write each prototype's part after its name; `header-split assign` fills in many at once.";
  const files = [...(remarks?.of.values() ?? [])].some(({ file }) => file !== null);
  if (remarks === null || !files) return [what];
  const where = remarks.folder === '' ? 'the file' : `the file in ${remarks.folder}`;
  return [what, `# The comment after a name is ${where} that defines it.`];
}
