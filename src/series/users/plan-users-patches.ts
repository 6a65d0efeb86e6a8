import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { placeOfFile } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { asksForUsers } from '../../users/asks-for-users.ts';
import type { UsersPlan } from '../../users/plan-users.ts';
import { stagesOf } from '../../users/stages.ts';
import { usersOfManifests } from '../../users/users-of-manifests.ts';
import { placesAtBase } from '../places-at-base.ts';
import { type SeriesDraft, withFindings, withPatch } from '../series-draft.ts';
import type { SeriesInput } from '../series-input.ts';
import { changesTo, contentsAfter } from '../tree-states.ts';
import { groupUsers } from './group-users.ts';
import { readMaintainers, type Section } from './maintainers.ts';
import type { UsersPatch } from './users-patch.ts';

/**
 * The patches that change the includes of users, behind all others: group by group the files that no other includes, in
 * an order that does not matter, as each reads by the rest what it did before; then those that others include; then the
 * wrappers go.
 */
export async function planUsersPatches(draft: SeriesDraft, input: SeriesInput): Promise<SeriesDraft> {
  const { manifests, ownFiles = new Set() } = input;
  const asking = manifests.filter(asksForUsers);
  const [header] = draft.headers.filter(({ manifest }) => asking.includes(manifest));
  if (header === undefined) return draft;
  const { state } = draft;
  const { plan, changes, findings } = usersOfManifests(state.tree, manifests, { ownFiles });
  const read = maintainersOf(input, state.tree.read('MAINTAINERS'));
  const told = withFindings(draft, [...placesAtBase(findings, state, manifests), ...read.findings]);
  if (plan === null || stopsTheRun([...findings, ...read.findings])) return told;
  const { free, included } = stagesOf(plan);
  const removed = changes.filter(({ kind }) => kind === 'delete');
  const groups = groupUsers(free, input.series.users.group, read.sections);
  const titles = groups.map(({ title }) => displayText(title));
  const headers = asking.map((manifest) => manifest.header.value);
  const about = {
    topic: 'users',
    members: null,
    header,
    part: null,
    definitions: [],
    told: new Map<string, string>(),
  } as const;
  const patches: readonly { readonly changes: readonly FileChange[]; readonly users: UsersPatch }[] = [
    ...groups.map((group, at) => ({
      changes: group.changes,
      users: { kind: 'group' as const, headers, title: titles[at] ?? '', titles, ...whatOf(plan, group.changes) },
    })),
    { changes: included, users: { kind: 'included', headers } },
    { changes: removed, users: { kind: 'removal', headers: removed.map(({ path }) => path) } },
  ];
  return patches.reduce<SeriesDraft>(
    (next, patch) =>
      withPatch(
        next,
        { ...about, users: patch.users, changes: changesTo(next.state, contentsAfter(patch.changes)) },
        input,
      ),
    { ...told, users: plan },
  );
}

function maintainersOf(
  { series, manifests }: SeriesInput,
  text: string | null,
): { readonly sections: readonly Section[]; readonly findings: readonly Diagnostic[] } {
  if (series.users.group !== 'maintainers') return { sections: [], findings: [] };
  const sections = readMaintainers(text ?? '');
  if (sections.length > 0) return { sections, findings: [] };
  const place = placeOfFile('source' in series ? series.source.path : (manifests[0]?.source.path ?? '.'));
  const why = text === null ? 'the tree has no file MAINTAINERS' : 'the file MAINTAINERS has no section with files';
  return { sections, findings: [diagnostic('maintainers-missing', `${why} to group the users by`, place)] };
}

function whatOf(
  { situation: { graph }, narrowed }: UsersPlan,
  changes: readonly FileChange[],
): { readonly replaces: boolean; readonly adds: boolean } {
  const rewrites = changes.flatMap(({ path }) => narrowed.rewrites.get(graph.numberOf.get(path) ?? -1) ?? []);
  return {
    replaces: rewrites.some(({ replaced }) => replaced.size > 0),
    adds: rewrites.some(({ added }) => added.size > 0),
  };
}
