import { BenchFailure } from './bench-git.ts';
import { benchOutput, type Workbench } from './workbench.ts';

/**
 * The commits after `from` up to `to` once more with some files only (paths from the top level), those that change none
 * of them left out: the id of each such commit -> its slim one's. `parent` is the slim `from`. `git blame -C -C` reads
 * every file of a commit, which takes minutes where there are thousands.
 */
export type SlimHistory = { readonly parent: string; readonly commits: ReadonlyMap<string, string> };

export function slimHistory(bench: Workbench, from: string, to: string, paths: readonly string[]): SlimHistory {
  const asked = ['--literal-pathspecs', 'log', '--reverse', '--raw', '--no-abbrev', '--no-renames', '--format=%H'];
  const log = benchOutput(bench, 'read the commits', [...asked, `${from}..${to}`, '--', ...paths]);
  const standing = new Set<string>();
  const before: string[] = [];
  const commits: { readonly id: string; readonly files: string[] }[] = [];
  for (const line of log.split('\n')) {
    // `:100644 100644 <id before> <id after> M\t<path>`, the path quoted where fast-import wants it quoted.
    const [, modeBefore, mode, idBefore, id, path] = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) .\t(.*)$/.exec(line) ?? [];
    if (path === undefined) {
      if (line !== '') commits.push({ id: line, files: [] });
      continue;
    }
    if (!standing.has(path) && Number(modeBefore) > 0) before.push(`M ${modeBefore} ${idBefore} ${path}\n`);
    standing.add(path);
    commits.at(-1)?.files.push(Number(mode) > 0 ? `M ${mode} ${id} ${path}\n` : `D ${path}\n`);
  }
  const slim = [before, ...commits.map(({ files }) => files)].map(
    (files, at) =>
      `commit refs/heads/slim\nmark :${at + 1}\n${COMMITTER}data 0\n${files.join('')}\nget-mark :${at + 1}\n`,
  );
  const stream = `reset refs/heads/slim\n\n${slim.join('')}done\n`;
  const fast = ['fast-import', '--quiet', '--done', '--force'];
  const [parent, ...ids] = benchOutput(bench, 'make commits to blame', fast, { input: stream }).split('\n');
  if (!parent) throw new BenchFailure('make commits to blame', 'no id');
  return { parent, commits: new Map(commits.map(({ id }, at) => [id, ids[at] ?? parent])) };
}

const COMMITTER = 'committer x <x> 0 +0000\n';
