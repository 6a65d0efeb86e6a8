import type { NeighboursData, ReviewData, Site } from './review-data.ts';

/** The same data with those files alone that it speaks of: a tree has thousands. */
export function withUsedFiles(data: ReviewData): ReviewData {
  const files: string[] = [];
  const numbers = new Map<number, number>();
  const used = (file: number): number => {
    const known = numbers.get(file);
    if (known !== undefined) return known;
    numbers.set(file, files.length);
    files.push(data.files[file] ?? '');
    return files.length - 1;
  };
  const site = ([file, line]: Site): Site => [used(file), line];
  const neighbours = ({ all, shown }: NeighboursData): NeighboursData => ({
    all,
    shown: shown.map(([node, file, line]) => [node, used(file), line]),
  });
  const functions = data.functions.map((one) => ({
    ...one,
    defined: one.defined.map(site),
    evidence: one.evidence.map((piece) => ({ ...piece, site: piece.site === null ? null : site(piece.site) })),
    callers: neighbours(one.callers),
    callees: neighbours(one.callees),
    roles: one.roles.map(([text, file, line]) => [text, used(file), line] as const),
  }));
  const others = data.others.map((one) => ({ ...one, defined: one.defined === null ? null : site(one.defined) }));
  return { ...data, functions, others, files };
}
