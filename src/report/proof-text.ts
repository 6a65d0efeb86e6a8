import type { PatchProof, Proof, UnitVerdict } from '../verify/proof.ts';
import { printable } from './printable.ts';

const EDITED = {
  split: 'functions that the patch edits',
  other: 'functions that the patch edits',
  assertions: 'functions that get an assertion',
  layout: 'code in a unit that reads the struct',
} as const;

/** What was proved, a paragraph for each patch and one for the run; ends with a newline. */
export function formatProof(proof: Proof): string {
  const { configurations, patches, compiled, known, slowest } = proof;
  const of = configurations.map(({ name, units }) => `${name} (${count(units, 'unit')})`).join(', ');
  const slow = slowest.map(({ file, took }) => `${file} ${(took / 1000).toFixed(1)} s`).join(', ');
  const lines = [
    ...patches.flatMap((patch) => [printable(patch.title), ...sentencesOf(patch).map((one) => `  ${printable(one)}`)]),
    ...(patches.length === 0 ? ['nothing to prove: no patch is left to make; `--range A..B` proves commits'] : []),
    printable(`configurations: ${of}`),
    `compiled: ${compiled}; known from an earlier run or state: ${known}`,
    ...(slow === '' ? [] : [printable(`slowest: ${slow}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What holds of a patch, and what does not, as sentences. Only what was looked at is claimed. */
export function sentencesOf({ units, alone, kind }: PatchProof): readonly string[] {
  const by = (...verdicts: readonly UnitVerdict['verdict'][]): number =>
    units.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const [broken, unproved] = [by('broken'), by('unproved')];
  const compiling = units.length - broken - unproved;
  const same = by('identical', 'neutral');
  const neutral = by('neutral');
  const asserted = by('asserted');
  const functions = new Set(units.flatMap(({ verdict, differing }) => (verdict === 'asserted' ? differing : [])));
  const cxx = alone.filter(({ languages }) => languages.includes('C++')).length;
  return [
    ...(units.length === 0 ? ['no unit of the configurations reads what it changes'] : []),
    ...(compiling > 0 ? [`${count(compiling, 'unit')} ${compiling === 1 ? 'compiles' : 'compile'}`] : []),
    ...(broken > 0 ? [`${count(broken, 'unit')} no longer ${broken === 1 ? 'compiles' : 'compile'}`] : []),
    ...(unproved > 0 ? [`nothing is proved of ${count(unproved, 'unit')}`] : []),
    ...(same > 0
      ? [
          `object code unchanged in ${count(same, 'unit')}${neutral > 0 ? `, in ${neutral} of them but for line numbers, file names and counters` : ''}`,
        ]
      : []),
    ...(asserted > 0 ? [`in ${count(asserted, 'unit')} only ${EDITED[kind]} differ (${functions.size})`] : []),
    ...(by('changed') > 0 ? [`object code changed in ${count(by('changed'), 'unit')}`] : []),
    ...(alone.length > 0
      ? [
          `${count(alone.length, 'header')} ${alone.length === 1 ? 'compiles' : 'compile'} alone${cxx > 0 ? `, ${cxx} also as C++` : ''}`,
        ]
      : []),
  ];
}

/** The proof as keys of the JSON report. */
export function proofJson({
  configurations,
  patches,
  compiled,
  known,
  slowest,
}: Proof): Readonly<Record<string, unknown>> {
  return {
    configurations,
    patches: patches.map((patch) => ({
      title: patch.title,
      kind: patch.kind,
      headers: patch.headers,
      files: patch.files,
      alone: patch.alone,
      units: patch.units,
      says: sentencesOf(patch),
    })),
    compiled,
    known,
    slowest,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
