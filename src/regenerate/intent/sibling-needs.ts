import type { Diagnostic, Labelled } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf, partsIn } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { endOf, startOf } from '../../model/node-extent.ts';
import { afterWhatTheyRead } from '../../part-files/rules/sibling-loops.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { includedPath } from '../../plan/assign.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import { entangledMacros, usesOf } from '../../plan/names/names-used.ts';
import { settle } from '../../plan/names/resolve-needs.ts';
import { type Placement, partTarget } from '../../plan/placement.ts';
import type { Scope } from '../scope.ts';
import { type ItemMoves, partOfMove } from './plan-moves.ts';

/** What a rearrangement of part files asks for beyond moving text. */
export type SiblingNeeds = {
  /** Part file (today's path) -> part files that it has to include now and had not to before. */
  readonly added: ReadonlyMap<string, readonly string[]>;
  /** What is otherwise after the rearrangement: what would lack what it needs, and includes that provide it. */
  readonly findings: readonly Diagnostic[];
};

export type SiblingNeedsInput = {
  readonly split: SplitHeaders;
  readonly was: Manifest;
  readonly now: Manifest;
  readonly files: ReadonlyMap<string, string | null>;
  readonly moves: ItemMoves;
  /** Tell all that a part file has to include, whatever it had to before. */
  readonly scope: Scope;
};

/**
 * Compares what the parts need of each other before and after items move between them. The part files are read as one
 * text for that, in wrapper order but that a file follows those that it includes.
 */
export function siblingNeeds({ split, was, now, files, moves, scope }: SiblingNeedsInput): SiblingNeeds {
  const headers = inIncludeOrder([...split.parts.values()]);
  const { header: joined, bodies } = join(headers, split);
  const owners = headers.flatMap((header) => header.items.map((item) => ({ header, item })));
  // A text that reads otherwise when it stands behind another (an open conditional) tells nothing.
  if (joined.items.length !== owners.length) return { added: new Map(), findings: [] };
  const uses = usesOf(joined);
  const entangled = entangledMacros(joined, uses).map((one) => inPartFiles(one, bodies));
  if (entangled.length > 0) return { added: new Map(), findings: entangled };
  const place = (manifest: Manifest, fileNow: (path: string) => string | null, move: boolean): readonly Placement[] =>
    owners.map(({ header, item }) => {
      const moved = move ? moves.get(header.source.path)?.get(item.index) : undefined;
      if (moved?.kind === 'drop') return { target: { kind: 'drop' }, by: 'manifest' };
      const file = fileNow(header.source.path);
      const to = fileOf(manifest, partOfMove(moved)) ?? file;
      // Sections of one file made by hand may stand in any order: what they need of each other is not looked at.
      const part = (to === null ? undefined : partsIn(manifest, to)[0])?.name ?? manifest.shared;
      return { target: partTarget(part), by: 'manifest' };
    });
  const before = settle(
    joined,
    was,
    uses,
    place(was, (path) => path, false),
  );
  const after = settle(
    joined,
    now,
    uses,
    place(now, (path) => files.get(path) ?? null, true),
  );
  const known = new Set(before.findings.map(({ message }) => message));
  const old = new Map(
    [...before.layout.includes].flatMap(([from, to]) => {
      const path = files.get(from) ?? null;
      return path === null ? [] : [[path, to.map((one) => files.get(one) ?? null)] as const];
    }),
  );
  const added = [...after.layout.includes].map(([file, needed]): [string, readonly string[]] => [
    file,
    needed.filter((one) => scope === 'all' || !old.get(file)?.includes(one)),
  ]);
  return {
    added: new Map(added.filter(([, list]) => list.length > 0)),
    findings: after.findings.filter(({ message }) => !known.has(message)).map((one) => inPartFiles(one, bodies)),
  };
}

/** What stands below its use in one text does not count as used. */
function inIncludeOrder(headers: readonly Header[]): readonly Header[] {
  const byPath = new Map(headers.map((header) => [header.source.path, header]));
  const meant = filesMeantAmong(byPath.keys());
  const read = headers.map(({ source, items }): [string, readonly string[]] => [
    source.path,
    items.flatMap(includedPath).flatMap((path) => meant(source.path, path)),
  ]);
  return afterWhatTheyRead(new Map(read)).flatMap((path) => byPath.get(path) ?? []);
}

type Joined = { readonly header: Header; readonly bodies: readonly Body[] };

/** The stretch of a part file that lies in the joined text. Lines are 1-based. */
type Body = { readonly path: string; readonly firstLine: number; readonly joinedLine: number };

function join(headers: readonly Header[], { wrapper, options }: SplitHeaders): Joined {
  const bodies: Body[] = [];
  let text = '';
  for (const { nodes, source } of headers) {
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (!first || !last) continue;
    const firstLine = linesIn(source.text.slice(0, startOf(first)));
    bodies.push({ path: source.path, firstLine, joinedLine: linesIn(text) });
    text += `${source.text.slice(startOf(first), endOf(last))}\n\n`;
  }
  return { header: parseHeader({ path: wrapper.source.path, text }, options), bodies };
}

function linesIn(text: string): number {
  return text.split('\n').length;
}

/** A finding of the joined text, told of the part files. */
function inPartFiles(finding: Diagnostic, bodies: readonly Body[]): Diagnostic {
  const told = ({ place, ...rest }: Labelled): Labelled => {
    const body = bodies.findLast(({ joinedLine }) => joinedLine <= place.line);
    if (!body) return { place, ...rest };
    return { place: { ...place, file: body.path, line: place.line - body.joinedLine + body.firstLine }, ...rest };
  };
  const [first, ...others] = finding.places;
  return { ...finding, places: [told(first), ...others.map(told)] };
}
