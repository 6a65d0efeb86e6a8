import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { preprocessUnit } from '../../io/verify/compile-unit.ts';
import { type PlacedTree, placeTree } from '../../io/verify/placed-tree.ts';
import type { Standing } from '../../io/verify/unit-runner.ts';
import { absoluteIn } from '../../text/file-path.ts';
import { changedSymbols, sourceNames } from '../../verify/assembly/compare-digests.ts';
import { unpackDigests } from '../../verify/assembly/symbol-digests.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { isImplicit, newWarnings } from '../../verify/compiler-messages.ts';
import { mayChange } from '../../verify/edited-functions.ts';
import { furtherFlags, numberedLines, sanitizerFlags } from '../../verify/neutral-flags.ts';
import { type Declared, readPreprocessed } from '../../verify/preprocessed.ts';
import { callersOf, differenceFor } from '../../verify/preprocessed-difference.ts';
import type { ProofPatch, UnitVerdict } from '../../verify/proof.ts';
import { placeIn } from './place-in.ts';
import { belowRoot, type Proving } from './proving.ts';

export type Judged = { readonly verdict: UnitVerdict; readonly findings: readonly Diagnostic[] };

type Asked = {
  readonly unit: Unit;
  readonly configuration: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly patch: ProofPatch;
};

/** Says of a unit what a patch did to it. */
export async function judgeUnit(asked: Asked, proving: Proving): Promise<Judged> {
  const { unit, before, after, patch } = asked;
  if (after.kind === 'not-run') return broken(asked, [failed(unit, after.reason, proving)]);
  if (before.kind === 'original') return readsOriginal(asked, before.path, proving);
  if (before.kind !== 'compiled') return unproved(asked, before, proving);
  if (after.kind === 'original') return readsOriginal(asked, after.path, proving);
  if (after.kind === 'failed') return broken(asked, [brokenBy(asked, after, proving)]);
  const shown = newWarnings(before.messages, after.messages).filter((one) => unit.warns || isImplicit(one));
  const warnings = shown.map((one) => {
    const message = `after '${patch.title}', in ${fileOf(unit, proving)}: ${one.text}`;
    return diagnostic(isImplicit(one) ? 'unit-broken' : 'warning-new', message, placeIn(proving, 'after', one));
  });
  const allowed = before.code === after.code ? new Set<string>() : mayChange(asked.patch);
  const suspectsOf = ({ names }: Code): readonly string[] =>
    patch.kind === 'layout' ? [] : names.filter((name) => !allowed.has(name));
  const code = before.code === after.code ? SAME : await compareFurther(asked, suspectsOf, proving);
  const suspects = suspectsOf(code);
  const unexpected = suspects.length === 0 ? [] : await explain(suspects, allowed, code, asked, proving);
  code.placed?.remove();
  const isBroken = shown.some(isImplicit);
  const verdict = isBroken
    ? 'broken'
    : unexpected.length > 0
      ? 'changed'
      : code.names.length > 0
        ? 'asserted'
        : code.verdict;
  return {
    verdict: { ...head(asked, proving), verdict, differing: code.names, newWarnings: warnings.length },
    findings: [...warnings, ...unexpected],
  };
}

type Code = {
  readonly verdict: 'identical' | 'neutral';
  /** The functions and variables that differ. */
  readonly names: readonly string[];
  /** The flags with which they do. */
  readonly further: readonly string[];
  /** The tree after, where its lines had to have their numbers of before. */
  readonly placed?: PlacedTree;
};

const SAME: Code = { verdict: 'identical', names: [], further: [] };

/** Compiles both states again, with more that is neutralised, until that is possible. */
async function compareFurther(
  asked: Asked,
  suspectsOf: (code: Code) => readonly string[],
  proving: Proving,
): Promise<Code> {
  const { unit } = asked;
  const { runner } = proving;
  for (const further of furtherOf(unit)) {
    const before = await runner.run({ unit, side: 'before', further });
    if (before.kind !== 'compiled') continue;
    const after = await runner.run({ unit, side: 'after', further });
    if (after.kind !== 'compiled') continue;
    const changed = changedSymbols(unpackDigests(before.symbols), unpackDigests(after.symbols));
    const code: Code = { verdict: 'neutral', names: sourceNames(changed), further };
    const suspects = further.includes(numberedLines) ? suspectsOf(code) : [];
    if (suspects.length === 0) return code;
    // A new use of a line shifts the numbers of all that follow.
    const placed = await comparePlaced(asked, further, proving);
    if (placed !== null && suspectsOf(placed).length < suspects.length) return placed;
    placed?.placed?.remove();
    return code;
  }
  const [before, after] = [
    await runner.run({ unit, side: 'before', further: [] }),
    await runner.run({ unit, side: 'after', further: [] }),
  ];
  if (before.kind !== 'compiled' || after.kind !== 'compiled') return SAME;
  const changed = changedSymbols(unpackDigests(before.symbols), unpackDigests(after.symbols));
  return { verdict: 'neutral', names: sourceNames(changed), further: [] };
}

/** Compares with the numbers that lines had before; null where the unit does not compile so. */
async function comparePlaced(
  { unit, patch }: Asked,
  numbered: readonly string[],
  proving: Proving,
): Promise<Code | null> {
  const { runner, scratch, request } = proving;
  const further = numbered.filter((flag) => flag !== numberedLines);
  const changed = patch.changes.map(({ path }) => absoluteIn(request.root, path));
  // Files that are the same have their lines where they were.
  const placed = placeTree(unit, changed, scratch) ?? undefined;
  const before = await runner.run({ unit, side: 'before', further });
  const after = await runner.runOnce({ unit, side: 'after', further }, placed?.scratch ?? scratch);
  if (before.kind === 'compiled' && after.kind === 'compiled') {
    const differing = changedSymbols(unpackDigests(before.symbols), unpackDigests(after.symbols));
    return { verdict: 'neutral', names: sourceNames(differing), further, ...(placed !== undefined && { placed }) };
  }
  placed?.remove();
  return null;
}

function furtherOf({ flags }: Unit): readonly (readonly string[])[] {
  const isSanitized = flags.some((flag) => typeof flag === 'string' && flag.startsWith('-fsanitize='));
  if (!isSanitized) return furtherFlags;
  return [...furtherFlags.map((further) => [...further, ...sanitizerFlags]), ...furtherFlags];
}

/** A finding for each function that may not differ, unless it holds the code of one that may. */
async function explain(
  suspects: readonly string[],
  allowed: ReadonlySet<string>,
  { further, placed }: Code,
  asked: Asked,
  proving: Proving,
): Promise<readonly Diagnostic[]> {
  const [before, after] = await Promise.all(
    (['before', 'after'] as const).map(async (side): Promise<readonly Declared[]> => {
      const scratch = placed?.scratch ?? proving.scratch;
      const text = await preprocessUnit({ unit: asked.unit, side, further }, { ...proving.compilation, scratch });
      return text === null ? [] : readPreprocessed(text);
    }),
  );
  const [was, now] = [before ?? [], after ?? []];
  const holding = allowed.size === 0 ? allowed : callersOf(allowed, now);
  return suspects
    .filter((name) => !holding.has(name))
    .map((name) => objectChanged(name, was, now, placed, asked, proving));
}

function objectChanged(
  name: string,
  before: readonly Declared[],
  after: readonly Declared[],
  placed: PlacedTree | undefined,
  { unit, patch }: Asked,
  proving: Proving,
): Diagnostic {
  const file = fileOf(unit, proving);
  const title = `'${patch.title}' changes the code of ${name} in ${file}`;
  const difference = differenceFor(name, before, after);
  if (difference === null) {
    const place = placeIn(proving, 'after', { file: unit.source, line: 0, column: 0 });
    return diagnostic('object-changed', `${title}, and its preprocessed text shows no difference`, place);
  }
  // What is gone stands in the state before.
  const side = difference.after === '' ? 'before' : 'after';
  const scratch = placed?.scratch ?? proving.scratch;
  const read = scratch.outOf(absoluteIn(scratch.into(side, unit.folder), difference.file));
  const isPlaced = placed !== undefined && side === 'after';
  const line = isPlaced ? placed.lineOf(read, difference.line) : difference.line;
  const place = placeIn(proving, side, { file: read, line, column: 0 });
  const why =
    difference.where === 'order'
      ? `declarations come in another order: first '${difference.after}' in place of '${difference.before}'`
      : difference.before === ''
        ? `new is '${difference.after}'`
        : difference.after === ''
          ? `gone is '${difference.before}'`
          : `'${difference.before}' is now '${difference.after}'`;
  return diagnostic('object-changed', `${title}: preprocessed, ${why}`, place);
}

function brokenBy({ unit, patch }: Asked, after: Extract<Standing, { kind: 'failed' }>, proving: Proving): Diagnostic {
  const file = fileOf(unit, proving);
  const first = after.messages.find(({ severity }) => severity === 'error');
  const said = first?.text ?? after.output.trim().split('\n')[0] ?? 'the compiler failed';
  const place = placeIn(proving, 'after', first ?? { file: unit.source, line: 0, column: 0 });
  return diagnostic('unit-broken', `${file} no longer compiles after '${patch.title}': ${said}`, place);
}

function readsOriginal(asked: Asked, path: string, proving: Proving): Judged {
  const { unit } = asked;
  const read = belowRoot(proving.request.root, path);
  const message = `${fileOf(unit, proving)} reads ${read} in the work tree itself, not in the copy that has the patch`;
  const place = placeIn(proving, 'before', { file: unit.source, line: 0, column: 0 });
  return {
    verdict: { ...head(asked, proving), verdict: 'unproved', differing: [], newWarnings: 0 },
    findings: [diagnostic('unit-reads-original', message, place)],
  };
}

function unproved(
  asked: Asked,
  before: Exclude<Standing, { kind: 'compiled' | 'original' }>,
  proving: Proving,
): Judged {
  const { unit } = asked;
  const first = before.kind === 'failed' ? before.messages.find(({ severity }) => severity === 'error') : undefined;
  const said = first?.text ?? (before.kind === 'failed' ? before.output.trim().split('\n')[0] : before.reason) ?? '';
  const place = placeIn(proving, 'before', first ?? { file: unit.source, line: 0, column: 0 });
  const message = `${fileOf(unit, proving)} does not compile before the patch: ${said}`;
  return {
    verdict: { ...head(asked, proving), verdict: 'unproved', differing: [], newWarnings: 0 },
    findings: [diagnostic('unit-unproved', message, place)],
  };
}

function broken(asked: Asked, findings: readonly Diagnostic[]): Judged {
  const { unit, configuration } = asked;
  return {
    verdict: { file: unit.file, configuration, verdict: 'broken', differing: [], newWarnings: 0 },
    findings,
  };
}

function failed(unit: Unit, reason: string, proving: Proving): Diagnostic {
  const place = placeIn(proving, 'after', { file: unit.source, line: 0, column: 0 });
  return diagnostic('compiler-failed', `${unit.compiler} could not compile ${fileOf(unit, proving)}: ${reason}`, place);
}

function head(
  { unit, configuration }: Asked,
  proving: Proving,
): { readonly file: string; readonly configuration: string } {
  return { file: fileOf(unit, proving), configuration };
}

function fileOf({ source }: Unit, { request }: Proving): string {
  return belowRoot(request.root, source);
}
