import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { partNamed } from '../manifest/part-lookup.ts';
import { nearestName } from '../text/nearest-name.ts';
import { displayText } from '../text/source-text.ts';
import { type Assignment, describeAssignment } from './assignment.ts';
import { explainIdle } from './explain-idle.ts';
import type { FunctionFacts } from './function-facts.ts';

export type MatchedAssignments = {
  readonly manifest: Manifest;
  readonly functions: readonly FunctionFacts[];
  /** What the header declares besides functions. */
  readonly others: ReadonlySet<string>;
  readonly matched: ReadonlyMap<Assignment, readonly string[]>;
  /** Whether a function would get another part if an assignment gives it one. */
  readonly mayChange: (name: string) => boolean;
};

/** What is wrong with assignments: a part that is not there, no function, two parts for one function. */
export function checkAssignments({
  manifest,
  functions,
  others,
  matched,
  mayChange,
}: MatchedAssignments): readonly Diagnostic[] {
  const isUnknown = ({ part }: Assignment): boolean => partNamed(manifest, part) === undefined;
  const unknown = [...matched.keys()].filter(isUnknown);
  const idle = [...matched].filter(([, names]) => names.length === 0).map(([assignment]) => assignment);
  return [
    ...unknown.map((assignment) => unknownPart(assignment, manifest)),
    ...explainIdle(idle, functions, others),
    ...contradictions(matched, mayChange),
  ];
}

function unknownPart({ part, place }: Assignment, { parts }: Manifest): Diagnostic {
  const names = parts.map(({ name }) => name);
  const near = nearestName(part, names);
  const message = `the manifest has no part '${part}'${near === null ? '' : `; did you mean '${near}'?`}`;
  return withNext(diagnostic('assignment-part-unknown', message, place), `The parts are ${names.join(', ')}.`);
}

const NAMED = 3;

/** One for each two assignments, whatever number of functions they disagree about. */
function contradictions(
  matched: ReadonlyMap<Assignment, readonly string[]>,
  mayChange: (name: string) => boolean,
): readonly Diagnostic[] {
  const first = new Map<string, Assignment>();
  const pairs = new Map<Assignment, Map<Assignment, string[]>>();
  for (const [assignment, names] of matched) {
    for (const name of names) {
      const other = first.get(name);
      if (other === undefined) first.set(name, assignment);
      else if (other.part !== assignment.part && mayChange(name)) {
        const others = pairs.get(other) ?? new Map<Assignment, string[]>();
        pairs.set(other, others);
        const disputed = others.get(assignment) ?? [];
        others.set(assignment, disputed);
        disputed.push(name);
      }
    }
  }
  return [...pairs].flatMap(([one, others]) => [...others].map(([other, names]) => contradiction(one, other, names)));
}

function contradiction(one: Assignment, other: Assignment, names: readonly string[]): Diagnostic {
  const shown = names.slice(0, NAMED).map(displayText).join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const message = `'${describeAssignment(one)}' and '${describeAssignment(other)}' disagree about ${shown}${more}`;
  return diagnostic('assignment-contradiction', message, other.place, {
    place: one.place,
    label: 'conflicts with this',
  });
}
