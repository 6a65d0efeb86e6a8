import { type Diagnostic, diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { type CommentStyle, commentStyleOf } from '../edits/block-comment.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseHeader } from '../model/lower-header.ts';
import { type Place, placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Tree } from '../text/tree.ts';
import { differenceOf } from './check-divided.ts';
import { type DividedStruct, divideStruct, type StructSection } from './divide-struct.ts';
import { findStruct, type StructDefinition } from './find-struct.ts';
import { headingsLeft } from './headings-left.ts';
import { type Sectioned, type SectionRules, sectionsOfUnits } from './member-sections.ts';
import { indentAt, isUnreadable, type MemberUnit, memberUnits } from './member-units.ts';
import { staysLast } from './order/ends.ts';
import { orderFindings } from './order/order-reasons.ts';
import { typeNames } from './order/type-names.ts';
import type { PlannedStruct } from './planned-struct.ts';
import { readBody, type StructBody } from './read-body.ts';

/** What is asked of one struct. */
export type AskedStruct = {
  readonly struct: string;
  readonly sections: SectionRules;
  /** The audit file. */
  readonly source: SourceText;
  readonly manifests: readonly Manifest[];
};

type Planned = { readonly struct: PlannedStruct | null; readonly findings: readonly Diagnostic[] };

/** Plans one struct on a tree; no struct where the tree has none, or none that could be read. */
export function planStruct(tree: Tree, asked: AskedStruct): Planned {
  const { struct, sections: rules, source, manifests } = asked;
  const [first] = [...rules.values()].flat();
  if (first === undefined) return stopped([]);
  const said = placeOf(source, first.span);
  const [definition, other] = findStruct(tree, struct);
  if (definition === undefined)
    return stopped([diagnostic('struct-unknown', `no file of the tree defines ${struct}`, said)]);
  if (other !== undefined) return stopped([doubled(struct, said, definition, other)]);
  const wanted = [...rules.keys()].map((part) => ({ part, banner: bannerOf(part, manifests) }));
  const how = { asked, wanted, style: commentStyleOf(parseHeader(definition.source)) };
  const body = readBody(definition.source, definition.body);
  const unreadable = unreadableIn(struct, definition, body);
  if (unreadable.length > 0) return stopped(unreadable);
  const { units, sectioned, divided } = divide(definition, body, how);
  if (stopsTheRun(sectioned.findings)) return stopped(sectioned.findings);
  const { sections } = sectioned;
  const order = orderOf(sections, wanted);
  const findings = [
    ...sectioned.findings,
    ...orderFindings({ tree, struct, definition, names: typeNames(tree, definition), body, units, order }),
    ...brokenLaws(definition, body, divided, how),
    ...headingsLeft({ struct, definition, units, divided }),
  ];
  const { source: file, body: inside } = definition;
  const after = file.text.slice(0, inside.start) + divided.text + file.text.slice(inside.end);
  const parts = wanted.map(({ part }) => part);
  return { struct: { struct, definition, units, sections, order: parts, divided, after, said }, findings };
}

function stopped(findings: readonly Diagnostic[]): Planned {
  return { struct: null, findings };
}

type How = { readonly asked: AskedStruct; readonly wanted: readonly StructSection[]; readonly style: CommentStyle };
type Divided = {
  readonly units: readonly MemberUnit[];
  readonly sectioned: Sectioned;
  readonly divided: DividedStruct;
};

function divide(definition: StructDefinition, body: StructBody, { asked, wanted, style }: How): Divided {
  const { source, head } = definition;
  const units = memberUnits(source, body);
  const said = { source: asked.source, struct: asked.struct, body: source };
  const { text } = body.header.source;
  const sectioned = withLast(sectionsOfUnits(units, asked.sections, said), units, wanted, text);
  const indent = indentAt(source.text, head.start);
  return { units, sectioned, divided: divideStruct(body, units, sectioned.sections, wanted, { style, indent }) };
}

/** An array without a length that no section names goes with the last one: it is the last member in any order. */
function withLast(
  { sections, findings }: Sectioned,
  units: readonly MemberUnit[],
  wanted: readonly StructSection[],
  text: string,
): Sectioned {
  const item = units.at(-1)?.items.at(-1);
  if (item === undefined || sections.at(-1) !== null || !staysLast(text, item)) return { sections, findings };
  const last = wanted.findLast(({ part }) => sections.includes(part))?.part ?? null;
  return { sections: [...sections.slice(0, -1), last], findings };
}

/** The banner of the part, as the first manifest has it that gives one. */
function bannerOf(part: string, manifests: readonly Manifest[]): string {
  const parts = manifests.flatMap((manifest) => manifest.parts.filter(({ name }) => name === part));
  return parts.map(({ banner }) => banner).find((banner) => banner !== null) ?? `Members of the part ${part}.`;
}

/** The units in the order that the sections give them. */
function orderOf(sections: readonly (string | null)[], wanted: readonly StructSection[]): readonly number[] {
  return [null, ...wanted.map(({ part }) => part)].flatMap((part) =>
    sections.flatMap((own, at) => (own === part ? [at] : [])),
  );
}

function doubled(struct: string, said: Place, ...found: readonly StructDefinition[]): Diagnostic {
  const here = found.map(({ source, head }) => ({ place: placeOf(source, head), label: 'defined here' }));
  return diagnostic('struct-doubled', `${struct} is defined more than once`, said, ...here);
}

function unreadableIn(struct: string, { source }: StructDefinition, body: StructBody): readonly Diagnostic[] {
  const { header, members } = body;
  const items = members.filter((item) => isUnreadable(header.source.text, item));
  return [...items, ...header.unpaired].map(({ span }) =>
    diagnostic('struct-unreadable', `it cannot be told where this member of ${struct} ends`, placeOf(source, span)),
  );
}

/** On the bytes that would be written: nothing is lost, nothing added, and the second time there is nothing to do. */
function brokenLaws(
  definition: StructDefinition,
  body: StructBody,
  divided: DividedStruct,
  how: How,
): readonly Diagnostic[] {
  const { source, body: span } = definition;
  const text = source.text.slice(0, span.start) + divided.text + source.text.slice(span.end);
  const after = { ...definition, source: { path: source.path, text } };
  const again = { ...after, body: { start: span.start, end: span.start + divided.text.length } };
  const read = readBody(again.source, again.body);
  const banners = how.wanted.map(({ banner }) => banner);
  const isStable = divide(again, read, how).divided.text === divided.text;
  const broken =
    differenceOf(body.header, read.header, banners) ?? (isStable ? null : 'a second run would change it again');
  return broken === null ? [] : [diagnostic('not-conserved', broken.slice(0, 200), placeOf(source, definition.head))];
}
