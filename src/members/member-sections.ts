import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Located } from '../manifest/manifest.ts';
import { matchNames } from '../text/name-patterns.ts';
import { nearestName } from '../text/nearest-name.ts';
import { type Place, placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { MemberUnit } from './member-units.ts';

/** Part -> members, or globs of members, of one struct, with the place where each was said. */
export type SectionRules = ReadonlyMap<string, readonly Located<string>[]>;

export type Sectioned = {
  /** By unit: the part whose section it stands in; null: the members that no section names. */
  readonly sections: readonly (string | null)[];
  readonly findings: readonly Diagnostic[];
};

/** The section of each unit of a struct. The first rule that means a name decides, as in the audit. */
export function sectionsOfUnits(
  units: readonly MemberUnit[],
  rules: SectionRules,
  said: { readonly source: SourceText; readonly struct: string; readonly body: SourceText },
): Sectioned {
  const all = [...rules].flatMap(([part, members]) => members.map((one) => ({ part, ...one })));
  const match = matchNames(all.map(({ value }) => value));
  const meant = new Set<number>();
  const findings: Diagnostic[] = [];
  const sections = units.map((unit) => {
    const named = unit.names.flatMap((name) => {
      const hits = match(name);
      for (const hit of hits) meant.add(hit);
      const rule = all[Math.min(...hits)];
      return rule === undefined ? [] : [{ name, rule }];
    });
    const [first] = named;
    const other = named.find(({ rule }) => rule.part !== first?.rule.part);
    if (first !== undefined && other !== undefined) findings.push(torn(unit, first, other, said));
    else if (first !== undefined && unit.isFixed) findings.push(fixed(first, said));
    return first?.rule.part ?? null;
  });
  const names = units.flatMap((unit) => unit.names);
  const unknown = all.flatMap(({ value, span }, at) =>
    meant.has(at) ? [] : [unknownMember(said.struct, value, placeOf(said.source, span), names)],
  );
  return { sections, findings: [...findings, ...unknown] };
}

type Named = { readonly name: string; readonly rule: Located<string> & { readonly part: string } };
type Said = Parameters<typeof sectionsOfUnits>[2];

function torn(unit: MemberUnit, first: Named, other: Named, { source, struct, body }: Said): Diagnostic {
  const message = `${struct}.${first.name} and ${struct}.${other.name} stay together, and are named for ${first.rule.part} and ${other.rule.part}`;
  const [item] = unit.items;
  const stand = item ? [{ place: placeOf(body, item.span), label: 'they stand here' }] : [];
  return diagnostic('member-disagrees', message, placeOf(source, other.rule.span), ...stand);
}

function fixed({ name, rule }: Named, { source, struct }: Said): Diagnostic {
  const message = `${struct}.${name} stands on the line of the brace that opens the struct`;
  const next = 'Give each member a line of its own first, or take it out of `members`.';
  return withNext(diagnostic('member-disagrees', message, placeOf(source, rule.span)), next);
}

function unknownMember(struct: string, spelt: string, place: Place, names: readonly string[]): Diagnostic {
  const nearest = nearestName(spelt, names);
  const offer = nearest === null ? '' : `; did you mean '${nearest}'?`;
  return diagnostic('member-unknown', `${struct} has no member '${spelt}'${offer}`, place);
}
