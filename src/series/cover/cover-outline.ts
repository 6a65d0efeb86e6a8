import { assertNever } from '../../diagnostics/assert-never.ts';
import { type HeaderFacts, whatIsDropped } from '../header-facts.ts';
import type { MadePatch, SeriesPatch } from '../series-plan.ts';
import { isOfHeader } from '../split-text.ts';
import type { StatementWords } from '../statement-words.ts';
import { joinNames, wrapLine } from '../wrap-text.ts';

/** What becomes of the headers, and what each patch is for; the lines of a paragraph. */
export function outline(
  patches: readonly SeriesPatch[],
  headers: readonly HeaderFacts[],
  words: StatementWords,
): readonly string[] {
  const numbered = patches.map((patch, at) => ({ patch, number: at + 1 }));
  const numbersOf = (role: Role): readonly number[] =>
    numbered.filter(({ patch }) => roleOf(patch) === role).map(({ number }) => number);
  const along = new Map<string, number[]>();
  for (const { patch, number } of numbered) {
    const others = patch.kind === 'made' && patch.topic === 'split' ? joinNames(otherFiles(patch, headers)) : '';
    if (others !== '') along.set(others, [...(along.get(others) ?? []), number]);
  }
  const alongside = [...along].map(
    ([others, numbers]) =>
      `${capital(patchesText(numbers))} also ${numbers.length === 1 ? 'changes' : 'change'} ${others}.`,
  );
  const roles = (['prerequisite', 'split', 'assertions', 'consumers', 'members', 'users', 'removal'] as const).flatMap(
    (role) => {
      const numbers = numbersOf(role);
      return numbers.length === 0 ? [] : [`${patchesText(numbers)} ${sayings[role](numbers.length > 1, words)}`];
    },
  );
  const stays = numbersOf('split').length === 0 ? [] : [whatStays(headers, usersIn(numbersOf))];
  return wrapLine([`${capital(roles.join('; '))}.`, ...alongside, ...stays].join(' '));
}

type Role = 'prerequisite' | 'split' | 'assertions' | 'consumers' | 'members' | 'users' | 'removal';

/** What patches of a role do, said of several or of one. */
const sayings: Readonly<Record<Role, (several: boolean, words: StatementWords) => string>> = {
  prerequisite: (several) => (several ? 'were written by hand' : 'was written by hand'),
  split: (several) => (several ? 'split the headers' : 'splits the header'),
  assertions: (several, { all }) => `${several ? 'add' : 'adds'} the ${all}`,
  consumers: (several) => (several ? 'adjust references to a header' : 'adjusts references to the header'),
  members: (several) => `${several ? 'divide' : 'divides'} structs of function pointers the same way`,
  users: (several) => `${several ? 'include' : 'includes'} what each file needs of the new headers`,
  removal: () => 'removes what no file includes any longer',
};

/** null: a patch of an edit, whose letter has no such outline. */
function roleOf(patch: SeriesPatch): Role | null {
  if (patch.kind !== 'made') return 'prerequisite';
  switch (patch.topic) {
    case 'split':
    case 'consumers':
    case 'members':
      return patch.topic;
    case 'reclassify':
      return null;
    case 'assertions':
    case 'functions':
      return 'assertions';
    case 'users':
      return patch.changes.every(({ kind }) => kind === 'delete') ? 'removal' : 'users';
    default:
      return assertNever(patch.topic);
  }
}

/** What becomes of the users' includes. */
type Users = 'stay' | 'change' | 'change, and the header goes';

function usersIn(numbersOf: (role: Role) => readonly number[]): Users {
  if (numbersOf('removal').length > 0) return 'change, and the header goes';
  return numbersOf('users').length > 0 ? 'change' : 'stay';
}

function whatStays(headers: readonly HeaderFacts[], users: Users): string {
  const [only, ...others] = headers;
  const one = only !== undefined && others.length === 0 ? only.name : 'Each header';
  const kept = `${one} includes what was split from it`;
  const gone = headers.flatMap((header) => whatIsDropped(header, others.length === 0 ? 'It' : header.name) ?? []);
  const consequence = {
    stay: ", so files that include it don't need to change.",
    change: ', so files that include it can change one by one.',
    'change, and the header goes': ' until it goes, so files that include it can change one by one.',
  };
  return gone.length === 0 ? `${kept}${consequence[users]}` : [`${kept}.`, ...gone].join(' ');
}

function otherFiles({ headers: paths, changes }: MadePatch, headers: readonly HeaderFacts[]): readonly string[] {
  const own = headers.filter(({ path }) => paths.includes(path));
  return changes.map(({ path }) => path).filter((path) => !own.some((header) => isOfHeader(header, path)));
}

function patchesText(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const isRun = numbers.length > 2 && last - first === numbers.length - 1;
  const named = isRun ? `${first} to ${last}` : joinNames(numbers.map(String));
  return `${numbers.length === 1 ? 'patch' : 'patches'} ${named}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
