import { benchGit, fromTop, type Workbench } from './workbench.ts';

/** A line of a file below the root, from 1, and where an earlier text of that file has the same thing. */
export type BlamedLine = {
  readonly path: string;
  readonly line: number;
  /** The line in such a text (latin1); null where it has it in no such place. */
  readonly lineIn: (text: string) => number | null;
  /** A file that had all that is in several files now: what comes from it came with another meaning. */
  readonly whole: string;
};

/**
 * The trailers `Fixes: abbreviation ("subject")` (latin1) of the commits that put some lines where they are at a commit,
 * each once, in the order of the lines. That is the one that `git blame` names, unless its parent had the same thing in
 * the same place, worded otherwise; then the one before. A line that git cannot blame gives none.
 */
export function fixesTrailers(bench: Workbench, commit: string, lines: readonly BlamedLine[]): readonly string[] {
  const ids = lines.flatMap((line) => putBy(bench, commit, line) ?? []);
  return [...new Set(ids)].flatMap((id) => {
    const asked = ['log', '-1', '--no-show-signature', '--abbrev=12', '--format=%h%x00%s', id];
    const result = benchGit(bench, asked);
    if (result.kind === 'failed') return [];
    const [abbreviation = '', subject = ''] = result.output.replace(/\n$/, '').split('\0');
    return [`Fixes: ${abbreviation} ("${subject}")`];
  });
}

/** More commits than this that only reword one line are not looked through. */
const MOST_COMMITS = 50;

function putBy(bench: Workbench, commit: string, { path, line, lineIn, whole }: BlamedLine): string | null {
  let at = { commit, path: fromTop(bench, path), line };
  let found: string | null = null;
  for (let count = 0; count < MOST_COMMITS; count++) {
    const blamed = blame(bench, at);
    if (blamed === null) return found;
    // git follows a header that became one of its part files.
    if (blamed.path === fromTop(bench, whole)) return addedBy(bench, at) ?? blamed.id;
    found = blamed.id;
    const { before } = blamed;
    const earlier = before === null ? null : lineIn(textAt(bench, before));
    if (before === null || earlier === null) return found;
    at = { ...before, line: earlier };
  }
  return found;
}

/** A file at a commit, from the top level. */
type FileAt = { readonly commit: string; readonly path: string };

type Blamed = {
  readonly id: string;
  readonly path: string /** null: the file began there. */;
  readonly before: FileAt | null;
};

function blame(bench: Workbench, { commit, path, line }: FileAt & { readonly line: number }): Blamed | null {
  const result = benchGit(bench, [
    '-c',
    'core.quotePath=false',
    'blame',
    '--porcelain',
    '-L',
    `${line},${line}`,
    commit,
    '--',
    path,
  ]);
  const id = result.kind === 'failed' ? undefined : /^[0-9a-f]{40,64}/.exec(result.output)?.[0];
  if (result.kind === 'failed' || id === undefined) return null;
  const [, parent = '', earlier = ''] = /^previous ([0-9a-f]+) (.*)$/m.exec(result.output) ?? [];
  const own = /^filename (.*)$/m.exec(result.output)?.[1] ?? path;
  return { id, path: own, before: parent === '' ? null : { commit: parent, path: earlier } };
}

/** Empty where git has no such file. */
function textAt(bench: Workbench, { commit, path }: FileAt): string {
  const result = benchGit(bench, ['cat-file', 'blob', `${commit}:${path}`]);
  return result.kind === 'failed' ? '' : result.output;
}

function addedBy(bench: Workbench, { commit, path }: FileAt): string | null {
  const asked = [
    '--literal-pathspecs',
    'log',
    '-1',
    '--no-show-signature',
    '--no-renames',
    '--diff-filter=A',
    '--format=%H',
    commit,
    '--',
    path,
  ];
  const result = benchGit(bench, asked);
  return result.kind === 'failed' ? null : (/^[0-9a-f]{40,64}/.exec(result.output)?.[0] ?? null);
}
