import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { type GitResult, gitIn, type Repository } from '../git/git.ts';
import { linkOnTheWay } from './branch-files.ts';
import { benchOutput, type Workbench } from './workbench.ts';

/**
 * Moves the commits after `from` up to `tip` into the source's object store and makes a branch of them, which must not
 * exist; it is not checked out. Null when it worked. Objects without a branch may be left when the system refuses the
 * last step; git removes them in time.
 */
export function createBranch(bench: Workbench, name: string, from: string, tip: string): Diagnostic | null {
  const { repository } = bench.source;
  const refusal = refusalOf(repository, name);
  if (refusal !== null) return refusal;
  const asked = ['pack-objects', '--stdout', '--revs', '--quiet', '--thin'];
  const pack = benchOutput(bench, 'pack the commits', asked, { input: `${tip}\n^${from}\n` });
  const moved = gitIn(repository, ['unpack-objects', '-q'], { input: pack });
  if (moved.kind !== 'done') return refused(name, wordsOf(moved));
  // The id of zeros: the branch must not exist.
  const zeros = '0'.repeat(tip.length);
  const made = ['update-ref', '-m', 'header-split series', `refs/heads/${name}`, tip, zeros];
  const result = gitIn(repository, [...withoutHooks(repository), ...made]);
  return result.kind === 'done' ? null : refused(name, wordsOf(result));
}

/** Removes the branch that was just made, unless somebody moved it since. */
export function takeBranchBack(bench: Workbench, name: string, tip: string): void {
  const { repository } = bench.source;
  gitIn(repository, [...withoutHooks(repository), 'update-ref', '-d', `refs/heads/${name}`, tip]);
}

/** Why no branch of this name can be made, before anything is written; null when it can. */
export function branchProblem(bench: Workbench, name: string): Diagnostic | null {
  return refusalOf(bench.source.repository, name);
}

function refusalOf(repository: Repository, name: string): Diagnostic | null {
  const reason = nameProblem(repository, name);
  if (reason !== null) return refused(name, reason);
  if (!repository.isOwn) {
    const { topLevel, gitDir } = repository;
    const stranger = refused(
      name,
      `${topLevel}/.git names ${gitDir}, which does not name that directory as its work tree`,
    );
    return withNext(
      stranger,
      'If it is yours, say so with `git config core.worktree "$(git rev-parse --show-toplevel)"`.',
    );
  }
  const link = linkOnTheWay(repository, name);
  if (link !== null) return refused(name, `${link} is a symbolic link`);
  const hook = hookNames(repository).find((one) => one.includes('='));
  return hook === undefined ? null : refused(name, `the hook '${hook}' of git's configuration cannot be switched off`);
}

function nameProblem(repository: Repository, name: string): string | null {
  // `--branch` would read `@{-1}` as the branch before.
  const wellFormed =
    gitIn(repository, ['check-ref-format', `refs/heads/${name}`]).kind === 'done' && !name.startsWith('-');
  if (!wellFormed || name === 'HEAD' || name === '@') return 'git does not accept such a name';
  if (Buffer.byteLength(name) > LONGEST_NAME) return 'its name is too long for a file';
  if (isCheckedOut(repository, name)) return 'it is checked out, without a commit yet';
  const listed = gitIn(repository, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/']);
  if (listed.kind !== 'done') return wordsOf(listed);
  const names = listed.output.toString('utf8').split('\n').filter(Boolean);
  if (names.includes(name)) return 'it exists';
  const clash = names.find((one) => one.startsWith(`${name}/`) || name.startsWith(`${one}/`));
  return clash === undefined ? null : `the branch '${clash}' exists`;
}

/** Bytes; git adds `.lock`, and leaves folders behind where that is too much. */
const LONGEST_NAME = 250;

/** A branch without a commit exists for its work tree alone. */
function isCheckedOut(repository: Repository, name: string): boolean {
  const head = gitIn(repository, ['symbolic-ref', '--quiet', 'HEAD']);
  const listed = gitIn(repository, ['worktree', 'list', '--porcelain']);
  const lines = [head, listed].flatMap((result) =>
    result.kind === 'done' ? result.output.toString('utf8').split('\n') : [],
  );
  return lines.some((line) => line.replace(/^branch /, '') === `refs/heads/${name}`);
}

/** git 2.54 and later also run hooks that the configuration names, whatever the folder of hooks is. */
function withoutHooks(repository: Repository): readonly string[] {
  return hookNames(repository).flatMap((name) => ['-c', `hook.${name}.enabled=false`]);
}

/** A name with `=` cannot stand after git's `-c`: it would end there. */
function hookNames(repository: Repository): readonly string[] {
  const listed = gitIn(repository, ['config', '-z', '--name-only', '--get-regexp', '^hook\\.']);
  const keys = listed.kind === 'done' ? listed.output.toString('utf8').split('\0').filter(Boolean) : [];
  return [...new Set(keys.map((key) => key.slice('hook.'.length, Math.max('hook.'.length, key.lastIndexOf('.')))))];
}

function wordsOf(result: GitResult): string {
  return result.kind === 'done' ? '' : result.message;
}

function refused(name: string, reason: string): Diagnostic {
  return diagnostic('branch-refused', `the branch '${name}' cannot be made: ${reason}`, placeOfFile('.'));
}
