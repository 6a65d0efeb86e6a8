import { assertNever } from '../../diagnostics/assert-never.ts';
import { type HeaderFacts, whatIsDropped } from '../header-facts.ts';
import type { MadePatch, SeriesPatch } from '../series-plan.ts';
import { isOfHeader } from '../split-text.ts';
import { joinNames, wrapLine } from '../wrap-text.ts';

/** What becomes of the headers, and what each patch is for; the lines of a paragraph. */
export function outline(patches: readonly SeriesPatch[], headers: readonly HeaderFacts[]): readonly string[] {
  const numbered = patches.map((patch, at) => ({ patch, number: at + 1 }));
  const numbersOf = (role: Role): readonly number[] =>
    numbered.filter(({ patch }) => roleOf(patch) === role).map(({ number }) => number);
  const along = numbered.flatMap(({ patch, number }) => {
    const others = patch.kind === 'made' && patch.topic === 'split' ? otherFiles(patch, headers) : [];
    return others.length === 0 ? [] : [`Patch ${number} also changes ${joinNames(others)}.`];
  });
  const roles = (['prerequisite', 'split', 'assertions', 'consumers'] as const).flatMap((role) => {
    const numbers = numbersOf(role);
    return numbers.length === 0 ? [] : [`${patchesText(numbers)} ${sayings[role](numbers.length > 1)}`];
  });
  const stays = numbersOf('split').length === 0 ? [] : [whatStays(headers)];
  return wrapLine([`${capital(roles.join('; '))}.`, ...along, ...stays].join(' '));
}

type Role = 'prerequisite' | 'split' | 'assertions' | 'consumers';

/** What patches of a role do, said of several or of one. */
const sayings: Readonly<Record<Role, (several: boolean) => string>> = {
  prerequisite: (several) => (several ? 'were written by hand' : 'was written by hand'),
  split: (several) => (several ? 'split the headers' : 'splits the header'),
  assertions: (several) => (several ? 'add the assertions' : 'adds the assertions'),
  consumers: (several) => (several ? 'adjust references to a header' : 'adjusts references to the header'),
};

/** null: a patch of an edit, whose letter has no such outline. */
function roleOf(patch: SeriesPatch): Role | null {
  if (patch.kind !== 'made') return 'prerequisite';
  switch (patch.topic) {
    case 'split':
    case 'consumers':
      return patch.topic;
    case 'reclassify':
      return null;
    case 'assertions':
    case 'functions':
      return 'assertions';
    default:
      return assertNever(patch.topic);
  }
}

function whatStays(headers: readonly HeaderFacts[]): string {
  const [only, ...others] = headers;
  const one = only !== undefined && others.length === 0 ? only.name : 'Each header';
  const kept = `${one} includes what was split from it`;
  const gone = headers.flatMap((header) => whatIsDropped(header, others.length === 0 ? 'It' : header.name) ?? []);
  return gone.length === 0
    ? `${kept}, so files that include it don't need to change.`
    : [`${kept}.`, ...gone].join(' ');
}

function otherFiles({ headers: paths, changes }: MadePatch, headers: readonly HeaderFacts[]): readonly string[] {
  const own = headers.filter(({ path }) => paths.includes(path));
  return changes.map(({ path }) => path).filter((path) => !own.some((header) => isOfHeader(header, path)));
}

function patchesText(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'patch' : 'patches'} ${joinNames(numbers.map(String))}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
