import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'cases');

/** What `want.json` of a case asks for. Every key may be left out. */
export type Wanted = {
  /** The tree's folder below the case; without it the case is the tree. */
  readonly root?: string;
  /** What gcc gets for every file. */
  readonly flags?: readonly string[];
  /** The one .c file is a program, built with these words too; it prints the same before and after. */
  readonly run?: readonly string[];
  /** Functions that `init` lists. */
  readonly names?: readonly string[];
  /** Names that `init` says nowhere. */
  readonly absent?: readonly string[];
  /** Each two of header and part files compile one behind the other, if the header compiles alone. */
  readonly pairs?: boolean;
  /** A code that `check` reports; the advice with it is carried out to the letter, and must make an end of it. */
  readonly advised?: string;
  /** A refusal that leaves the tree as it was is a right answer; 'must': the only one. */
  readonly mayRefuse?: boolean | 'must';
  /** File, regular expression, and whether the file matches it after `apply`. */
  readonly grep?: readonly (readonly [string, string, boolean])[];
  /** The split without assertions leaves binding and visibility of every symbol as they were. */
  readonly symbols?: boolean;
  /** Regular expressions for what `check` prints on the untouched tree, and does not. */
  readonly says?: string;
  readonly quiet?: string;
};

export type MeaningCase = {
  readonly root: string;
  readonly wanted: Wanted;
};

const keys = [
  'root',
  'flags',
  'run',
  'names',
  'absent',
  'pairs',
  'advised',
  'mayRefuse',
  'grep',
  'symbols',
  'says',
  'quiet',
];

export function meaningCases(): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Throws where `want.json` has a key that nothing reads. */
export function readMeaningCase(name: string): MeaningCase {
  const path = join(folder, name, 'want.json');
  const wanted = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Wanted) : {};
  const unknown = Object.keys(wanted).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`test/meaning/cases/${name}/want.json: unknown ${unknown.join(', ')}`);
  return { root: join(folder, name, wanted.root ?? ''), wanted };
}
