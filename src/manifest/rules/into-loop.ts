import { type Finding, finding } from '../finding.ts';
import type { PartDraft, PartsDraft } from '../read/part-draft.ts';

/** Following `into` ends at a part with a file of its own. Each loop is reported once, at its first part. */
export function checkIntoLoops({ parts }: PartsDraft): Finding[] {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const visited = new Set<PartDraft>();
  return parts.flatMap((part) => {
    const loop = loopFrom(part, byName, visited);
    return loop === null ? [] : [loopFinding(loop)];
  });
}

/** The loop that a chain runs into, unless an earlier chain has been there. */
function loopFrom(
  start: PartDraft,
  byName: ReadonlyMap<string, PartDraft>,
  visited: Set<PartDraft>,
): readonly PartDraft[] | null {
  const chain: PartDraft[] = [];
  let part: PartDraft | undefined = start;
  while (part !== undefined && !visited.has(part)) {
    visited.add(part);
    chain.push(part);
    part = part.into === null ? undefined : byName.get(part.into.value);
  }
  const back = part === undefined ? -1 : chain.indexOf(part);
  return back < 0 ? null : chain.slice(back);
}

function loopFinding(loop: readonly PartDraft[]): Finding {
  const [first, ...rest] = loop.map(({ name, span, into }) => ({ name, at: into?.span ?? span }));
  if (first === undefined) throw new Error('a loop without parts');
  const names = [first, ...rest, first].map(({ name }) => name).join(' -> ');
  const related = rest.map(({ name, at }) => ({ at, label: `'${name}' is part of the loop` }));
  return finding('into-loop', `'into' leads back to where it began: ${names}`, first.at, ...related);
}
