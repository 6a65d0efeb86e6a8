import type { FileChange } from '../diff/file-change.ts';
import { contentAfter, contentBefore } from '../diff/file-change.ts';
import { baseName } from '../text/file-path.ts';
import type { Proof } from './proof.ts';

/** What names the patches of a series: the commit that they begin on, and every byte that they change. */
export function patchesText(commit: string, patches: readonly (readonly FileChange[])[]): string {
  return JSON.stringify([commit, patches.map((changes) => changes.map(changeText))]);
}

function changeText(change: FileChange): readonly (string | null)[] {
  return [change.path, change.mode, contentBefore(change), contentAfter(change)];
}

/** What a proof may be quoted with in a letter; null where something did not hold, or nothing was compiled. */
export function provedSentences({ configurations, patches }: Proof): readonly string[] | null {
  const units = patches.flatMap((patch) => patch.units);
  if (units.some(({ verdict }) => verdict === 'broken' || verdict === 'changed')) return null;
  const all = new Set(units.map(({ file, configuration }) => `${configuration}\0${file}`));
  const unproved = new Set(
    units.filter(({ verdict }) => verdict === 'unproved').map(({ file, configuration }) => `${configuration}\0${file}`),
  );
  if (all.size === unproved.size) return null;
  const names = configurations.map(({ name }) => `'${baseName(name.replace(/\/+$/, ''))}'`).join(', ');
  const compiled = all.size - unproved.size;
  const where = configurations.length === 1 ? `the configuration ${names}` : `the configurations ${names}`;
  const splits = patches.filter(({ kind }) => kind === 'split').length;
  const asserting = patches.filter(({ kind }) => kind === 'assertions').length;
  return [
    `\`header-split verify\` compiled ${count(compiled, 'unit')} of ${where} before and after each patch: all compile.`,
    ...(unproved.size > 0
      ? [`${count(unproved.size, 'unit')} could not be compared and ${unproved.size === 1 ? 'is' : 'are'} unproved.`]
      : []),
    ...(splits > 0 ? ['The patches that split change no object code, line numbers and file names aside.'] : []),
    ...(asserting > 0
      ? ['Those that assert change only functions that get an assertion, and what inlines these.']
      : []),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
