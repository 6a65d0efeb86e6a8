import { benchGit, fromTop, type Workbench } from './workbench.ts';

/** A line of a file below the root; from 1. */
export type BlamedLine = { readonly path: string; readonly line: number };

/**
 * The trailers `Fixes: abbreviation ("subject")` (latin1) of the commits that `git blame` names for some lines at a
 * commit, each once, in the order of the lines. A line that git cannot blame gives none.
 */
export function fixesTrailers(bench: Workbench, commit: string, lines: readonly BlamedLine[]): readonly string[] {
  const ids = lines.flatMap(({ path, line }) => {
    const asked = ['blame', '--porcelain', '-L', `${line},${line}`, commit, '--', fromTop(bench, path)];
    const result = benchGit(bench, asked);
    return result.kind === 'failed' ? [] : (/^[0-9a-f]{40,64}/.exec(result.output)?.[0] ?? []);
  });
  return [...new Set(ids)].flatMap((id) => {
    const asked = ['log', '-1', '--no-show-signature', '--abbrev=12', '--format=%h%x00%s', id];
    const result = benchGit(bench, asked);
    if (result.kind === 'failed') return [];
    const [abbreviation = '', subject = ''] = result.output.replace(/\n$/, '').split('\0');
    return [`Fixes: ${abbreviation} ("${subject}")`];
  });
}
