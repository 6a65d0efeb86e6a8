import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { type GitResult, runGit } from '../git.ts';
import { benchOutput, type Workbench } from './workbench.ts';

/**
 * Moves the commits after `from` up to `tip` into the source's object store and makes a branch of them, which must not
 * exist; it is not checked out. Null when it worked. Objects without a branch may be left when the system refuses the
 * last step; git removes them in time.
 */
export function createBranch(bench: Workbench, name: string, from: string, tip: string): Diagnostic | null {
  const { topLevel } = bench.source.repository;
  const refusal = refusalOf(topLevel, name);
  if (refusal !== null) return refused(name, refusal);
  const asked = ['pack-objects', '--stdout', '--revs', '--quiet', '--thin'];
  const pack = benchOutput(bench, 'pack the commits', asked, { input: `${tip}\n^${from}\n` });
  const moved = runGit(topLevel, ['unpack-objects', '-q'], pack);
  if (moved.kind !== 'done') return refused(name, wordsOf(moved));
  // The id of zeros: the branch must not exist. A hook would run a program of the user's.
  const zeros = '0'.repeat(tip.length);
  const made = ['update-ref', '-m', 'header-split series', `refs/heads/${name}`, tip, zeros];
  const result = runGit(topLevel, ['-c', 'core.hooksPath=/dev/null', ...made]);
  return result.kind === 'done' ? null : refused(name, wordsOf(result));
}

/** Removes the branch that was just made, unless somebody moved it since. */
export function takeBranchBack(bench: Workbench, name: string, tip: string): void {
  const { topLevel } = bench.source.repository;
  runGit(topLevel, ['-c', 'core.hooksPath=/dev/null', 'update-ref', '-d', `refs/heads/${name}`, tip]);
}

/** Why no branch of this name can be made, before anything is written; null when it can. */
export function branchProblem(bench: Workbench, name: string): Diagnostic | null {
  const refusal = refusalOf(bench.source.repository.topLevel, name);
  return refusal === null ? null : refused(name, refusal);
}

function refusalOf(folder: string, name: string): string | null {
  // `--branch` would read `@{-1}` as the branch before.
  const wellFormed =
    runGit(folder, ['check-ref-format', `refs/heads/${name}`]).kind === 'done' && !name.startsWith('-');
  if (!wellFormed || name === 'HEAD' || name === '@') return 'git accepts no such name';
  if (isCheckedOut(folder, name)) return 'it is checked out, without a commit yet';
  const listed = runGit(folder, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/']);
  if (listed.kind !== 'done') return wordsOf(listed);
  const names = listed.output.toString('utf8').split('\n').filter(Boolean);
  if (names.includes(name)) return 'it exists';
  const clash = names.find((one) => one.startsWith(`${name}/`) || name.startsWith(`${one}/`));
  return clash === undefined ? null : `the branch '${clash}' exists`;
}

/** A branch without a commit exists for its work tree alone. */
function isCheckedOut(folder: string, name: string): boolean {
  const head = runGit(folder, ['symbolic-ref', '--quiet', 'HEAD']);
  const listed = runGit(folder, ['worktree', 'list', '--porcelain']);
  const lines = [head, listed].flatMap((result) =>
    result.kind === 'done' ? result.output.toString('utf8').split('\n') : [],
  );
  return lines.some((line) => line.replace(/^branch /, '') === `refs/heads/${name}`);
}

function wordsOf(result: GitResult): string {
  return result.kind === 'done' ? '' : result.message;
}

function refused(name: string, reason: string): Diagnostic {
  return diagnostic('branch-refused', `the branch '${name}' cannot be made: ${reason}`, placeOfFile('.'));
}
