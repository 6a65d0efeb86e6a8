import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { placesAtBase } from '../places-at-base.ts';
import { type SeriesDraft, withFindings, withPatch } from '../series-draft.ts';
import type { SeriesInput } from '../series-input.ts';
import { isOfHeader } from '../split-text.ts';
import { changesTo } from '../tree-states.ts';
import { membersPatchOf } from './members-patch.ts';

/** The patches that divide structs, one each, on the headers as all splits leave them. */
export async function planMembersPatches(draft: SeriesDraft, input: SeriesInput): Promise<SeriesDraft> {
  const { state, headers } = draft;
  const [first] = headers;
  if (input.divide === undefined || first === undefined) return draft;
  const { structs, findings } = input.divide(state.tree);
  const told = withFindings(draft, placesAtBase(findings, state, input.manifests));
  if (stopsTheRun(findings)) return told;
  return structs.reduce<SeriesDraft>((next, planned) => {
    const members = membersPatchOf(planned);
    const own = headers.find(({ manifest }) => isOfHeader({ path: manifest.header.value, manifest }, members.path));
    const changes = changesTo(next.state, new Map([[members.path, planned.after]]));
    const about = { topic: 'members', part: null, definitions: [], told: new Map<string, string>() } as const;
    return withPatch(next, { ...about, header: own ?? first, users: null, members, changes }, input);
  }, told);
}
