import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Repository } from '../git/git.ts';
import { systemMessage } from '../system-error.ts';
import { openKnownCommit, openRevisionTree, type RevisionLookup } from '../tree/revision-tree.ts';
import { BenchFailure, type BenchInput, type BenchResult, runInBench, startInBench } from './bench-git.ts';
import type { SourceRepository } from './source-repository.ts';

/**
 * A temporary repository in the system's folder for such, which reads the objects of `source` and keeps new ones to
 * itself. It has an index, references and configuration of its own and no files.
 */
export type Workbench = {
  readonly source: SourceRepository;
  readonly repository: Repository;
  /** Where the tree's root would be if files were checked out. */
  readonly root: string;
};

export type WorkbenchResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The system or git failed where neither the user's input nor a bug can be the cause. */
  | { readonly kind: 'failed'; readonly finding: Diagnostic };

/**
 * Does `work` with a new workbench, which is removed afterwards. A killed process leaves a folder `header-split-…` in
 * the system's folder for temporary files, and no other trace.
 */
export async function onWorkbench<T>(
  source: SourceRepository,
  work: (bench: Workbench) => T | Promise<T>,
): Promise<WorkbenchResult<T>> {
  const folder = temporaryFolder();
  if (typeof folder !== 'string') return { kind: 'failed', finding: folder };
  try {
    return { kind: 'done', value: await work(setUp(source, folder)) };
  } catch (error) {
    if (error instanceof BenchFailure) return { kind: 'failed', finding: error.finding };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs git on the workbench. */
export function benchGit(bench: Workbench, args: readonly string[], input: BenchInput = {}): BenchResult {
  return runInBench(bench.repository.topLevel, args, input);
}

/** Runs git on the workbench beside this process. */
export function startBenchGit(bench: Workbench, args: readonly string[]): Promise<BenchResult> {
  return startInBench(bench.repository.topLevel, args);
}

/** What git says (latin1) to a call that cannot fail for a reason in the user's input. `doing` follows "git cannot". */
export function benchOutput(bench: Workbench, doing: string, args: readonly string[], input: BenchInput = {}): string {
  const result = benchGit(bench, args, input);
  if (result.kind === 'failed') throw new BenchFailure(doing, result.message);
  return result.output;
}

/** The tree below the root at a commit that the workbench or its source has, by its id. */
export function treeAtCommit(bench: Workbench, commit: string): RevisionLookup {
  const { repository, isBare, below } = bench.source;
  const work = isBare ? null : { repository, folder: join(repository.topLevel, below) };
  return below === ''
    ? openKnownCommit(bench.repository, commit, work)
    : openRevisionTree(bench.repository, bench.root, commit, work);
}

/** A path below the root as it is from the top level. */
export function fromTop({ source }: Workbench, path: string): string {
  return source.below === '' ? path : `${source.below}/${path}`;
}

function temporaryFolder(): string | Diagnostic {
  try {
    return realpathSync.native(mkdtempSync(join(tmpdir(), 'header-split-')));
  } catch (error) {
    const message = `no directory can be made in ${tmpdir()}: ${systemMessage(error)}`;
    return diagnostic('series-git-failed', message, placeOfFile(tmpdir()));
  }
}

function setUp(source: SourceRepository, folder: string): Workbench {
  const { objectFormat } = source.repository;
  const gitDir = join(folder, '.git');
  // What `git init` would make, without a process.
  for (const path of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
    mkdirSync(join(gitDir, path), { recursive: true });
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(gitDir, 'config'), (objectFormat === 'sha256' ? OF_SHA256 : OF_SHA1) + CONFIGURATION);
  writeFileSync(join(gitDir, 'objects/info/alternates'), `${source.objects}\n`);
  if (source.shallowFile !== null) copyFileSync(source.shallowFile, join(gitDir, 'shallow'));
  const repository = { topLevel: folder, gitDir, objectFormat, isOwn: true };
  return { source, repository, root: join(folder, source.below) };
}

const OF_SHA1 = '[core] repositoryFormatVersion = 0\n[core] bare = false\n';
const OF_SHA256 = '[core] repositoryFormatVersion = 1\n[core] bare = false\n[extensions] objectFormat = sha256\n';

/** Objects that live for seconds need neither the disk nor much room. */
const CONFIGURATION = '[core]\n\tfsync = none\n\tcompression = 0\n\tautocrlf = false\n[gc]\n\tauto = 0\n';
