import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { DeclarationEntry, Manifest } from '../../manifest/manifest.ts';
import { fileOf, partsIn } from '../../manifest/part-lookup.ts';
import { misplacedDeclarations } from '../../part-files/rules/misplaced-declarations.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { placeOfName } from '../../plan/assign.ts';
import { otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import { WHAT_MOVES_IT } from './reconcile.ts';

export type StandingDeclarations = {
  /** The manifest before the edit, with entries for what stands in a part file and only the edit assigns. */
  readonly was: Manifest;
  readonly findings: readonly Diagnostic[];
};

/**
 * What an edit says of macros, tags, typedefs and variables, against where they stand: what was put into a part file by
 * hand and is assigned only now leaves that file. What stands where neither manifest says is told, as for functions.
 */
export function standingDeclarations(was: Manifest, now: Manifest, split: SplitHeaders): StandingDeclarations {
  const entries: (readonly [string, DeclarationEntry])[] = [];
  const findings: Diagnostic[] = [];
  for (const { name, entry, header, item } of misplacedDeclarations(split, now)) {
    const [part] = partsIn(was, header.source.path);
    if (!part) continue;
    const before = was.declarations.get(name);
    if (before === undefined) entries.push([name, { ...entry, value: part.name }]);
    if (before === undefined || standsIn(split, fileOf(was, before.value), name)) continue;
    const place = placeOfName(header, item, name);
    const listed = { place: placeOf(now.source, entry.span), label: `assigned to '${entry.value}' here` };
    if (before.value === entry.value) {
      const message = `'${name}' is with '${part.name}', but the manifest says '${entry.value}': it stays where it is`;
      findings.push(withNext(diagnostic('stands-elsewhere', message, place, listed), WHAT_MOVES_IT));
    } else {
      const message = `'${name}' was moved by hand to '${part.name}', but the manifest moves it from '${before.value}' to '${entry.value}'`;
      findings.push(diagnostic('hand-edit-contradicts', message, place, listed));
    }
  }
  const known = { ...was, declarations: new Map([...was.declarations, ...entries]) };
  return { was: entries.length === 0 ? was : known, findings };
}

/** Names that an edit sends to another file than the one in which they stand. */
export function movedDeclarations(was: Manifest, now: Manifest, split: SplitHeaders): readonly string[] {
  const names = new Set([...was.declarations.keys(), ...now.declarations.keys()]);
  return [...names].filter((name) => {
    const [from, to] = [was, now].map((one) => fileOf(one, one.declarations.get(name)?.value ?? one.shared));
    return from !== to && standsIn(split, from ?? null, name);
  });
}

function standsIn({ parts }: SplitHeaders, file: string | null, name: string): boolean {
  return parts.get(file ?? '')?.items.some((item) => otherNames(item).includes(name)) ?? false;
}
