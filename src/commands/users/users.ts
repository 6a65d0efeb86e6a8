import { codesBySubject } from '../../diagnostics/codes.ts';
import { diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { pathInTree } from '../../io/path-in-tree.ts';
import { placeOfFile } from '../../text/place.ts';
import { usersOfManifests } from '../../users/users-of-manifests.ts';
import { openTree } from '../open-tree.ts';
import type { UsersOptions } from '../options.ts';
import { planRun } from '../plan-run.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { refuseOtherSplits } from '../split-otherwise.ts';
import { proveUsers } from './prove-users.ts';
import { tellUsers } from './tell-users.ts';

/**
 * Reports what each user of the headers needs and what becomes of its include; with files, each name that they use. A
 * manifest that asks for no change is told of as if it said `narrower`. Proves the change where that is asked for. Writes
 * nothing.
 */
export async function runUsers(options: UsersOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell, options.from);
  if (opened.kind === 'refused') return refuse('users', opened.findings, options, shell);
  const { tree, revision } = opened;
  const planUsers: typeof usersOfManifests = (split, manifests) =>
    usersOfManifests(split, manifests, { isAsked: () => true });
  const run = refuseOtherSplits(await planRun(tree, options.manifests, 'users', shell, { revision, planUsers }));
  const plan = run.users?.plan ?? null;
  const own = new Set<string>(Object.keys(codesBySubject.users));
  const findings = run.findings.filter((found) => stopsTheRun([found]) || own.has(found.code));
  if (plan === null || stopsTheRun(run.findings.filter(({ code }) => code !== 'wrapper-still-included')))
    return refuse('users', findings, options, shell);
  const files = options.files.map((path) => pathInTree(tree.root, shell.cwd, path) ?? path);
  const unknown = files.flatMap((path) =>
    plan.situation.graph.numberOf.has(path) || (revision ?? tree).read(path) !== null
      ? []
      : [diagnostic('file-missing', `the tree has no file '${path}'`, placeOfFile(path))],
  );
  if (unknown.length > 0) return refuse('users', unknown, options, shell);
  const { users } = run;
  if (options.prove === null || users === null)
    return tellUsers({ plan, files, findings, proved: null }, options, shell);
  const proved = await proveUsers({ ...run, users }, { tree, revision }, options.prove, shell);
  if (proved.kind === 'refused') return refuse('users', proved.findings, options, shell);
  return tellUsers({ plan, files, findings, proved }, options, shell);
}
