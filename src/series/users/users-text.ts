import { shortName } from '../header-facts.ts';
import { noChange } from '../no-change.ts';
import type { PatchFacts } from '../patch-facts.ts';
import { joinNames, numberWord, SUBJECT_WIDTH, wrapLine } from '../wrap-text.ts';
import type { UsersPatch } from './users-patch.ts';

/** The subject of a patch of the users' includes, when the series file has none; those of groups are of one form. */
export function usersSubject(facts: PatchFacts): string {
  const users = usersOf(facts);
  const prefix = usersPrefix(facts);
  const names = joinNames(headerNames(facts));
  const count = users.headers.length === 1 ? 'a split header' : `${numberWord(users.headers.length)} split headers`;
  const fitting = (prefixes: readonly string[], forms: readonly string[]): string => {
    const fits = (form: string): boolean => prefixes.every((one) => `${one}: ${form}`.length <= SUBJECT_WIDTH);
    const last = users.headers.length === 1 ? forms[0] : forms.at(-1);
    return forms.find(fits) ?? last ?? '';
  };
  switch (users.kind) {
    case 'group': {
      const forms = [`include what is needed of ${names}`, `include parts of ${names}`, `include parts of ${count}`];
      return `${prefix}: ${fitting(users.titles, forms)}`;
    }
    case 'included':
      return `${prefix}: ${fitting([prefix], [`include less of ${names} in headers`, `include less of ${count} in headers`])}`;
    case 'removal':
      return `${prefix}: ${fitting([prefix], [`remove ${names}`, `remove ${count}`])}`;
  }
}

/** What such a patch says: no figures, as in the others. */
export function usersBody(facts: PatchFacts): string {
  return [wrapLine(whatChanges(facts)).join('\n'), ...noChange(facts)].join('\n\n');
}

/** What the subjects begin with: the group's name, or the prefix of the first header. */
export function usersPrefix(facts: PatchFacts): string {
  const { users, header, series } = facts;
  return users?.kind === 'group' ? users.title : (series.prefixes.get(header.path) ?? header.name);
}

/** The headers as subjects call them. */
export function headerNames(facts: PatchFacts): readonly string[] {
  const paths = facts.series.headers.map(({ path }) => path);
  return usersOf(facts).headers.map((path) => shortName(path, paths));
}

function whatChanges(facts: PatchFacts): string {
  const users = usersOf(facts);
  const names = joinNames(headerNames(facts));
  const split = `${names} ${users.headers.length === 1 ? 'was' : 'were'} split.`;
  switch (users.kind) {
    case 'group': {
      const relied = 'got by the include of another file so far';
      if (!users.replaces) return `${split} Let each file include the new headers that it uses and ${relied}. ${ONLY}`;
      const added = users.adds ? `, those that it ${relied} among them` : '';
      return `${split} Let each file include only the new headers that it needs${added}. ${ONLY}`;
    }
    case 'included':
      return `${split} Let headers include only the new headers that they need, so that fewer files are compiled again when one of the others changes. ${ONLY}`;
    case 'removal':
      return `${split} No file includes ${users.headers.length === 1 ? 'it' : 'them'} any longer: each includes the new headers that it needs.`;
  }
}

const ONLY = 'Only include lines change.';

function usersOf({ users }: PatchFacts): UsersPatch {
  if (users === null) throw new Error('the words for a patch of users, and it is about something else');
  return users;
}
