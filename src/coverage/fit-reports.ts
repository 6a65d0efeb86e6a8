import type { CoverageData, FileCoverage } from './coverage-data.ts';

/** Which files of a tree a path of a report can be, the one that most of the path names first. */
export type Fitter = (reported: string) => readonly string[];

/** A path below the root is that file alone; another, as of a build elsewhere, each file that it ends with. */
export function fitterOf(root: string, files: Iterable<string>): Fitter {
  const known = new Set(files);
  return (reported) => {
    if (reported.startsWith(`${root}/`)) return [reported.slice(root.length + 1)].filter((path) => known.has(path));
    const fits: string[] = [];
    for (let at = reported.indexOf('/'); at >= 0; at = reported.indexOf('/', at + 1)) {
      const path = reported.slice(at + 1);
      if (known.has(path)) fits.push(path);
    }
    return fits;
  };
}

export type Fit = {
  /** What the reports say of a file of the tree: under its own absolute path, else under the only one that fits. */
  readonly coverageOf: (file: string) => FileCoverage | null;
  /** Why the reports' paths leave a doubt about some files. */
  readonly doubts: (files: Iterable<string>) => readonly Doubt[];
};

export type Doubt =
  /** Several paths fit the file, and none is taken. */
  | { readonly kind: 'paths'; readonly file: string; readonly reported: readonly string[] }
  /** A path fits several files, and is taken for the first. */
  | { readonly kind: 'files'; readonly file: string; readonly others: readonly string[]; readonly reported: string };

export function fitReports(data: CoverageData, root: string, fitter: Fitter): Fit {
  const reportedOf = new Map<string, string[]>();
  const several: Doubt[] = [];
  for (const reported of data.keys()) {
    const [file, ...others] = fitter(reported);
    if (file === undefined) continue;
    reportedOf.set(file, [...(reportedOf.get(file) ?? []), reported]);
    if (others.length > 0) several.push({ kind: 'files', file, others, reported });
  }
  const hasOwn = (file: string): boolean => data.has(`${root}/${file}`);
  const taken = (file: string): string | undefined => {
    if (hasOwn(file)) return `${root}/${file}`;
    const [only, ...others] = reportedOf.get(file) ?? [];
    return others.length > 0 ? undefined : only;
  };
  return {
    coverageOf: (file) => data.get(taken(file) ?? '') ?? null,
    doubts: (files) => {
      const asked = [...new Set(files)].filter((file) => !hasOwn(file));
      const isAsked = new Set(asked);
      const paths = asked.flatMap((file): Doubt[] => {
        const reported = reportedOf.get(file) ?? [];
        return reported.length > 1 ? [{ kind: 'paths', file, reported }] : [];
      });
      const ofOne = several.filter(
        (one) => one.kind === 'files' && [one.file, ...one.others].some((file) => isAsked.has(file)),
      );
      return [...paths, ...ofOne];
    },
  };
}
