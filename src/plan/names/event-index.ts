import type { Placements } from '../placement.ts';
import { firstFrom, type MacroEvent, type Run } from './macro-events.ts';
import type { Uses } from './names-used.ts';
import { sectionOf, type View } from './views.ts';

/** A use of a macro where a view meets it: at a position of the view's parts. */
export type Situation = {
  readonly name: string;
  /** Index in `uses.steps` of the use. */
  readonly step: number;
  readonly view: View;
  readonly at: number;
};

/** Where the definitions of macros stand, while they move. */
export type EventIndex = {
  /** The events of its macro that a use meets before it, the last first. */
  readonly visibleAt: (situation: Situation) => Iterable<Run>;
  /** Has to be told of each `#define` and `#undef` that has left the shared part. */
  readonly leftShared: (item: number) => void;
};

/** Section -> the events of one macro there, in the header's order. */
type Sections = Map<string, MacroEvent[]>;

export function indexEvents(uses: Uses, placements: Placements, shared: string): EventIndex {
  const sections = new Map<string, Sections>();
  const byItem = new Map<number, MacroEvent[]>();
  for (const [name, events] of uses.events) {
    const inSections: Sections = new Map();
    sections.set(name, inSections);
    for (const event of events) {
      push(byItem, event.item, event);
      const section = sectionOf(placements, event.item);
      if (section !== null) push(inSections, section, event);
    }
  }
  const leftShared = (item: number): void => {
    for (const event of byItem.get(item) ?? []) {
      const inSections: Sections = sections.get(event.name) ?? new Map();
      const left = inSections.get(shared) ?? [];
      left.splice(left.indexOf(event, firstFrom(left, event.step)), 1);
      const section = sectionOf(placements, item);
      if (section === null) continue;
      const joined = inSections.get(section) ?? [];
      inSections.set(section, joined);
      joined.splice(firstFrom(joined, event.step), 0, event);
    }
  };
  return { visibleAt: (situation) => visibleAt(sections.get(situation.name) ?? new Map(), situation), leftShared };
}

function* visibleAt(sections: Sections, { step, view, at }: Situation): Generator<Run, void> {
  const inPart = (position: number): readonly MacroEvent[] => sections.get(view.parts[position] ?? '') ?? [];
  yield { events: inPart(at), before: step };
  const earlier = [...sections.keys()].flatMap((section) => view.positionOf.get(section) ?? []);
  for (const position of earlier.filter((one) => one < at).sort((a, b) => b - a))
    yield { events: inPart(position), before: Number.POSITIVE_INFINITY };
}

function push<Key>(lists: Map<Key, MacroEvent[]>, key: Key, event: MacroEvent): void {
  const known = lists.get(key);
  if (known) known.push(event);
  else lists.set(key, [event]);
}
