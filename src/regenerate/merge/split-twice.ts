import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../../edits/assertion-changes.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { placeOfName } from '../../plan/assign.ts';
import { assignedNeighbours } from '../../plan/assigned-neighbours.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { factsForEach } from '../../plan/tree-facts.ts';
import { unassigned } from '../../plan/unassigned.ts';
import { explainHeader } from '../../split/explained-header.ts';
import { splitHeader } from '../../split/split-header.ts';
import { overlayTree } from '../../text/overlay-tree.ts';
import { movedDeclarations } from '../intent/standing-declarations.ts';
import { isAsItStands, type Origin, type SplitTreeReading } from '../regeneration-input.ts';
import { fitManifest } from './fit-manifest.ts';
import { withLicenceAsInTree } from './licence-as-in-tree.ts';
import { parseWhole } from './parse-whole.ts';

/** The whole header, split as the tree was made and as it should be. */
export type SplitTwice = {
  /** Null when one of the two cannot be made. */
  readonly files: { readonly was: readonly RenderedFile[]; readonly now: readonly RenderedFile[] } | null;
  /**
   * Whether findings that stop the split by today's manifest stop the run: the user named the header's version, or the
   * split files are as it makes them, so that nothing changed by hand can have met the findings.
   */
  readonly isFinal: boolean;
  /** What today's split says and the one before did not. */
  readonly findings: readonly Diagnostic[];
  /** Of inline functions: what differs between the two. */
  readonly definitions: readonly DefinitionReport[];
};

/** Splits the whole header by both manifests: as it was before the split (`text`). Null when it lacks what moves. */
export async function splitTwice(
  { tree, split: standing, reconciled }: SplitTreeReading,
  origin: Origin,
  text: string,
): Promise<SplitTwice | null> {
  const { was, now, moved } = reconciled;
  const path = now.header.value;
  const header = parseWhole({ path, text }, [now]);
  const declared = new Set(header.items.flatMap(functionNames));
  const unknown = origin.isNamed ? unknownFunctions(header, now) : [];
  if (unknown.length > 0) return { files: null, isFinal: true, findings: unknown, definitions: [] };
  if ([...moved].some((name) => !declared.has(name))) return null;
  const others = new Set(header.items.flatMap(otherNames));
  if (movedDeclarations(was, now, standing).some((name) => !others.has(name))) return null;
  const fitted = [fitManifest(was, header, [now]), fitManifest(now, header, [was])] as const;
  const split = new Set(filesOf(was));
  const whole = overlayTree(tree, new Map([[path, text], ...[...split].map((file) => [file, null] as const)]));
  const [factsWas, factsNow] = factsForEach(whole, header, fitted);
  if (!factsWas || !factsNow) throw new Error('two manifests have two facts');
  const before = await splitHeader(whole, fitted[0], explainHeader(whole, fitted[0], header, factsWas), factsWas);
  const after = await splitHeader(whole, fitted[1], explainHeader(whole, fitted[1], header, factsNow), factsNow);
  const known = new Set(before.findings.map(({ message }) => message));
  const findings = after.findings.filter(({ message }) => !known.has(message));
  if (!before.files || !after.files || stopsTheRun(findings)) {
    const isAsMade =
      before.files !== null && isAsItStands(tree, withLicenceAsInTree(before.files.asserted, header, tree));
    const isFinal = stopsTheRun(findings) && (origin.isNamed || isAsMade);
    return { files: null, isFinal, findings, definitions: [] };
  }
  const old = new Map(before.definitions.map((one) => [`${one.name} ${one.line}`, one.part]));
  return {
    files: {
      was: withLicenceAsInTree(before.files.asserted, header, tree),
      now: withLicenceAsInTree(after.files.asserted, header, tree),
    },
    isFinal: false,
    findings,
    definitions: after.definitions.filter((one) => old.get(`${one.name} ${one.line}`) !== one.part),
  };
}

/** What a revision that the user named has and today's manifest does not know. */
function unknownFunctions(header: Header, now: Manifest): readonly Diagnostic[] {
  const neighbours = assignedNeighbours(header, now);
  return header.items.flatMap((item) =>
    functionNames(item)
      .filter((name) => !now.prototypes.has(name))
      .map((name) => unassigned(now, placeOfName(header, item, name), name, neighbours(item))),
  );
}
