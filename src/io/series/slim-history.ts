import { quotePath } from '../../diff/quote-path.ts';
import { BenchFailure } from './bench-git.ts';
import { benchOutput, type Workbench } from './workbench.ts';

/**
 * The commits after `from` up to `to` once more with some files only, those that change none of them left out: the id
 * of each such commit -> its slim one's. `parent` is the slim `from`.
 */
export type SlimHistory = { readonly parent: string; readonly commits: ReadonlyMap<string, string> };

/** Paths from the top level: `files` as each commit has them, `standing` as `from` has them. */
export type FileGroup = { readonly files: readonly string[]; readonly standing: readonly string[] };

/**
 * A slim history for each group of files. `git blame -C -C` reads every file of a commit, which takes minutes where
 * there are thousands.
 */
export function slimHistories(
  bench: Workbench,
  from: string,
  to: string,
  groups: readonly FileGroup[],
): readonly SlimHistory[] {
  const changes = changesOf(bench, from, to, [...new Set(groups.flatMap(({ files }) => files))]);
  const blobs = blobsAt(bench, from, [...new Set(groups.flatMap(({ standing }) => standing))]);
  let mark = 0;
  const histories = groups.map(({ files, standing: others }, at) => {
    const own = new Set(files.map(quotePath));
    const standing = new Set<string>();
    const before = others.flatMap((path) => {
      const blob = own.has(quotePath(path)) ? undefined : blobs.get(quotePath(path));
      return blob === undefined ? [] : [`M ${blob} ${quotePath(path)}\n`];
    });
    const commits = new Map<string, string[]>();
    for (const { id, path, from: was, to: now } of changes) {
      if (!own.has(path)) continue;
      if (!standing.has(path) && was !== null) before.push(`M ${was} ${path}\n`);
      standing.add(path);
      const commands = commits.get(id) ?? [];
      commands.push(now === null ? `D ${path}\n` : `M ${now} ${path}\n`);
      commits.set(id, commands);
    }
    const stream = [before, ...commits.values()].map((commands) => {
      mark++;
      return `commit refs/heads/slim-${at}\nmark :${mark}\n${COMMITTER}data 0\n${commands.join('')}\nget-mark :${mark}\n`;
    });
    return { commits: [...commits.keys()], stream: `reset refs/heads/slim-${at}\n\n${stream.join('')}` };
  });
  const fast = ['fast-import', '--quiet', '--done', '--force'];
  const input = `${histories.map(({ stream }) => stream).join('')}done\n`;
  const ids = benchOutput(bench, 'make commits to blame', fast, { input }).split('\n').values();
  const next = (): string => ids.next().value || missing();
  return histories.map(({ commits }) => {
    const parent = next();
    return { parent, commits: new Map(commits.map((id) => [id, next()])) };
  });
}

const COMMITTER = 'committer x <x> 0 +0000\n';

/** What a commit does to a file: mode and id of its blob before and after; null: there is none. */
type Change = {
  readonly id: string;
  /** Quoted as git and fast-import do. */
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
};

function changesOf(bench: Workbench, from: string, to: string, paths: readonly string[]): readonly Change[] {
  const asked = ['--literal-pathspecs', 'log', '--reverse', '--raw', '--no-abbrev', '--no-renames', '--format=%H'];
  const log = benchOutput(bench, 'read the commits', [...asked, `${from}..${to}`, '--', ...paths]);
  let id = '';
  return log.split('\n').flatMap((line): Change[] => {
    // `:100644 100644 <id before> <id after> M\t<path>`
    const [, modeBefore, mode, idBefore, idAfter, path] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) .\t(.*)$/.exec(line) ?? [];
    if (path === undefined) {
      if (line !== '') id = line;
      return [];
    }
    const file = (hasMode: string | undefined, blob: string | undefined): string | null =>
      Number(hasMode) > 0 ? `${hasMode} ${blob}` : null;
    return [{ id, path, from: file(modeBefore, idBefore), to: file(mode, idAfter) }];
  });
}

/** Mode and id of each file that a commit has; quoted as git and fast-import do. */
function blobsAt(bench: Workbench, commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  if (paths.length === 0) return new Map();
  const asked = ['ls-tree', '--full-tree', commit, '--', ...paths];
  const entries = benchOutput(bench, 'list files', asked).split('\n');
  // Each entry: `100644 blob <id>\t<path>`.
  return new Map(
    entries.flatMap((entry) => {
      const [, mode, id, path] = /^(100\d+) blob ([0-9a-f]+)\t(.*)$/.exec(entry) ?? [];
      return path === undefined ? [] : [[path, `${mode} ${id}`] as const];
    }),
  );
}

function missing(): never {
  throw new BenchFailure('make commits to blame', 'no id');
}
