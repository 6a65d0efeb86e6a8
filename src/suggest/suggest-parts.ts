import { definitionsMeant } from '../audit/labels.ts';
import type { Lattice } from '../audit/lattice.ts';
import type { CallGraph } from '../calls/graph.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { ruleOn } from './by-rule.ts';
import { callNeighbours } from './call-neighbours.ts';
import { defaultPatterns, type EvidencePattern } from './default-patterns.ts';
import type { Evidence, WeighableEvidence } from './evidence.ts';
import { type Candidate, evidenceToWeigh, isSeen, type Known, type Surroundings } from './gather-evidence.ts';
import { baseOf } from './siblings.ts';
import { countExamples, type Example, type ExampleCounts, weigh } from './weigh.ts';

/** A function of a header, in the header's order. */
export type SuggestedFunction = { readonly name: string; readonly declaration: string };

export type Suggestion = { readonly name: string; readonly manifest: Manifest } & (
  | { readonly kind: 'certain'; readonly part: string; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'likely'; readonly part: string; readonly margin: number; readonly evidence: readonly Evidence[] }
  /** The evidence does not decide. */
  | { readonly kind: 'open'; readonly evidence: readonly Evidence[]; readonly ahead: Ahead | null }
  /** Two calls exclude each other's parts. */
  | { readonly kind: 'contradicted'; readonly evidence: readonly Evidence[] }
);

/** The part that the evidence speaks for most, by how much, and how much would be enough: logarithms of odds. */
export type Ahead = { readonly part: string; readonly margin: number; readonly wanted: number };

export type Suggested = {
  readonly suggestions: readonly Suggestion[];
  /** Of the functions that have a part: how many the evidence answers, and how many of these rightly. */
  readonly answered: number;
  readonly right: number;
  readonly own: number;
};

export type SuggestInput = {
  /** What to look for in functions; left out: the usual. */
  readonly patterns?: readonly EvidencePattern[];
  readonly graph: CallGraph;
  readonly lattice: Lattice;
  readonly headers: readonly { readonly manifest: Manifest; readonly functions: readonly SuggestedFunction[] }[];
};

/** Odds of nineteen to one, which are 95 %, until the user's own entries say otherwise. */
const USUAL_CUT = Math.log(19);

/** Odds from which an answer is evidence for others: with few entries each that is told, with many fewer are needed. */
const FED = { few: USUAL_CUT, many: Math.log(50) };

/** With fewer entries of its own a project cannot say how far the evidence can be trusted. */
const ENOUGH_ENTRIES = 100;

/** Odds of seven to one at least, whatever the entries say. */
const LEAST_CUT = Math.log(7);

/** Of the answers for the user's own entries, so many must be right. */
const WANTED_PRECISION = 0.95;

/** Of a chain of calls, so many functions can follow from one another. */
const RULE_ROUNDS = 20;

/** Answers that are sure become evidence for others, so many times. */
const ROUNDS = 5;

/** Proposes a part for each function of the headers that has none, from those that have one. */
export function suggestParts({ graph, lattice, headers, patterns = defaultPatterns }: SuggestInput): Suggested {
  const around: Surroundings = {
    graph,
    lattice,
    patterns,
    neighbours: callNeighbours(graph),
    asserting: new Set(
      headers.flatMap(({ manifest }) => manifest.parts.flatMap(({ name, assert }) => (assert === null ? [] : [name]))),
    ),
  };
  const shared = new Set(headers.map(({ manifest }) => manifest.shared));
  const all = headers.flatMap(({ manifest, functions }) => {
    const isDefinition = manifest.definitions === null ? null : definitionFiles(manifest.definitions);
    return functions.map((one) => ({
      ...one,
      manifest,
      nodes: definitionsMeant(graph, one.name, isDefinition),
      part: partIn(manifest, one.name),
    }));
  });
  const known = new Map(all.flatMap(({ name, part }) => (part === null ? [] : [[name, part] as const])));
  const own = all.filter(({ part }) => part !== null);
  const byUser = knownTo(all, known);
  const examples = own.map((one) => ({ ...one, part: one.part ?? '', evidence: evidenceToWeigh(one, byUser, around) }));
  const counts = countExamples(examples);
  // A function that the header defines itself may stand among its data structures.
  const ruled = ({ manifest, nodes }: Open): readonly string[] => {
    const isOwn = nodes.some((node) => graph.files[graph.nodes.file(node)] === manifest.header.value);
    return manifest.parts.map(({ name }) => name).filter((name) => isOwn || !shared.has(name));
  };
  // Where functions stand among the data structures too, which may call anything, one call may be of such a function.
  const calls = ({ manifest }: Open): number => (counts.ofPart.has(manifest.shared) ? 2 : 1);
  const weighed = ({ manifest }: Open): readonly string[] =>
    manifest.parts.map(({ name }) => name).filter((name) => !shared.has(name) || counts.ofPart.has(name));
  const trial = tryOwn(examples, counts, { partsOf: weighed, around });
  const fed = own.length >= ENOUGH_ENTRIES ? FED.many : FED.few;
  const settled = new Map<string, Suggestion>();
  /** Asks for a suggestion for each function that has none yet; whether one came of it. */
  const ask = (suggest: (one: Open, now: Known) => Suggestion | null): boolean => {
    const now = knownTo(all, known);
    const said = all.flatMap((one) =>
      one.part === null && !isSettled(settled.get(one.name)) ? (suggest(one, now) ?? []) : [],
    );
    for (const one of said) settled.set(one.name, one);
    const sure = said.filter((one) => one.kind === 'certain' || (one.kind === 'likely' && one.margin >= fed));
    for (const one of sure) if ('part' in one) known.set(one.name, one.part);
    return sure.length > 0;
  };
  // What follows from the lattice first, and alone: a rule is as certain as what it rests on.
  for (let round = 0; round < RULE_ROUNDS; round++) {
    if (!ask((one, now) => byRule(one, now, around, { parts: ruled(one), calls: calls(one) }))) break;
  }
  for (let round = 0; round < ROUNDS; round++) {
    if (!ask((one, now) => byEvidence(one, now, around, { counts, parts: weighed(one), cut: trial.cut }))) break;
  }
  const suggestions = all.flatMap(({ name }) => settled.get(name) ?? []);
  return { suggestions, answered: trial.answered, right: trial.right, own: own.length };
}

function isSettled(suggestion: Suggestion | undefined): boolean {
  return suggestion !== undefined && suggestion.kind !== 'open';
}

type Open = Candidate & { readonly manifest: Manifest };

function byRule(
  one: Open,
  known: Known,
  around: Surroundings,
  by: { readonly parts: readonly string[]; readonly calls: number },
): Suggestion | null {
  const { name, manifest } = one;
  const ruling = ruleOn(one, known, around, by);
  if (ruling === null) return null;
  return ruling.kind === 'one'
    ? { name, manifest, kind: 'certain', part: ruling.part, evidence: [ruling.because] }
    : { name, manifest, kind: 'contradicted', evidence: ruling.because };
}

function byEvidence(
  one: Open,
  known: Known,
  around: Surroundings,
  by: { readonly counts: ExampleCounts; readonly parts: readonly string[]; readonly cut: number },
): Suggestion {
  const { name, manifest } = one;
  const evidence = evidenceToWeigh(one, known, around);
  const { part, margin } = weigh(by.parts, by.counts, evidence, null);
  const seen = evidence.filter(isSeen);
  return isEnough(seen, around) && margin >= by.cut
    ? { name, manifest, kind: 'likely', part, margin, evidence: strongestFirst(seen, part, by.parts) }
    : {
        name,
        manifest,
        kind: 'open',
        evidence: seen,
        ahead: seen.length === 0 ? null : { part, margin, wanted: by.cut },
      };
}

/** One habit of a function alone, such as an `Error **`, is no answer: of those in QEMU two thirds are right. */
function isEnough(seen: readonly WeighableEvidence[], { patterns = defaultPatterns }: Surroundings): boolean {
  return seen.length > 1 || seen.some(({ key }) => patterns.every(({ name }) => name !== key));
}

/** What speaks for a part before what speaks against it. */
function strongestFirst(
  evidence: readonly WeighableEvidence[],
  part: string,
  parts: readonly string[],
): readonly WeighableEvidence[] {
  const weight = ({ expected }: WeighableEvidence): number =>
    expected(part) / Math.max(...parts.map((one) => (one === part ? 0 : expected(one))));
  return evidence.toSorted((a, b) => weight(b) - weight(a));
}

/** Asks for each of the user's own entries what the others say of it, and where the answers can be trusted. */
function tryOwn(
  examples: readonly (Example & Open)[],
  counts: ExampleCounts,
  { partsOf, around }: { readonly partsOf: (one: Open) => readonly string[]; readonly around: Surroundings },
): { readonly cut: number; readonly answered: number; readonly right: number } {
  const answers = examples
    .flatMap((one) => {
      if (!isEnough(one.evidence.filter(isSeen), around)) return [];
      const { part, margin } = weigh(partsOf(one), counts, one.evidence, one.part);
      return [{ margin, isRight: part === one.part }];
    })
    .toSorted((a, b) => b.margin - a.margin);
  const learnt = examples.length >= ENOUGH_ENTRIES ? learnCut(answers) : null;
  const cut = learnt ?? USUAL_CUT;
  const answered = answers.filter(({ margin }) => margin >= cut);
  return { cut, answered: answered.length, right: answered.filter(({ isRight }) => isRight).length };
}

/** The least margin above which so many answers are right as are wanted; null where none is. */
function learnCut(answers: readonly { readonly margin: number; readonly isRight: boolean }[]): number | null {
  let [right, cut]: [number, number | null] = [0, null];
  for (const [at, { margin, isRight }] of answers.entries()) {
    if (isRight) right++;
    if (right / (at + 1) >= WANTED_PRECISION && margin >= LEAST_CUT) cut = margin;
  }
  return cut;
}

function knownTo(
  all: readonly { readonly name: string; readonly nodes: readonly number[] }[],
  known: ReadonlyMap<string, string>,
): Known {
  const parts = new Map<number, string>();
  const siblings = new Map<string, { name: string; part: string }[]>();
  for (const { name, nodes } of all) {
    const part = known.get(name);
    if (part === undefined) continue;
    for (const node of nodes) parts.set(node, part);
    const base = baseOf(name);
    const list = siblings.get(base);
    if (list) list.push({ name, part });
    else siblings.set(base, [{ name, part }]);
  }
  return { parts, siblings };
}

function partIn(manifest: Manifest, name: string): string | null {
  return manifest.prototypes.get(name)?.part ?? null;
}
