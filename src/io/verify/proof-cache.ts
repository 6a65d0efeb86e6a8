import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { CompilerMessage } from '../../verify/compiler-messages.ts';
import type { UnitResult } from '../../verify/unit-result.ts';
import { errorCode } from '../system-error.ts';
import { digest, shared } from './compile-unit.ts';

/** What a result rests on besides its files: command, directory, compiler. */
export type ProofKey = readonly string[];

/** What the tree holds now. */
export type Contents = {
  /** A digest of a file's bytes; null where there is none. */
  readonly digestOf: (path: string) => string | null;
  /** All files of a name, wherever they are: a new one could be found before the one that was read. */
  readonly namesakes: (path: string) => readonly string[];
};

/** Results of compilations, kept from one run to the next. */
export type ProofCache = {
  readonly find: (key: ProofKey, now: Contents) => UnitResult | null;
  readonly keep: (key: ProofKey, result: UnitResult, now: Contents) => void;
};

/** Results of one command that are kept, for states of the tree that a run goes back to. */
const MOST_STATES = 16;

/** A higher number forgets what was kept. */
const FORMAT = 'proof 1';

type Entry = {
  readonly read: string;
  readonly files: readonly string[];
  readonly symbols: string;
  readonly messages: readonly CompilerMessage[];
};

/**
 * A cache in a directory: one file for each command. A file that does not have the sum that it begins with, or another
 * shape, counts as absent. Failures are not kept. What cannot be written is compiled again the next time.
 */
export function proofCache(folder: string): ProofCache {
  const pathOf = (key: ProofKey): string => {
    const name = createHash('sha256')
      .update(JSON.stringify([FORMAT, ...key]))
      .digest('hex');
    return join(folder, name.slice(0, 2), name.slice(2, 40));
  };
  return {
    find: (key, now) => {
      const entry = readEntries(pathOf(key)).find((one) => stateOf(one.files, now) === one.read);
      if (entry === undefined) return null;
      return { kind: 'compiled', files: entry.files.map(shared), symbols: entry.symbols, messages: entry.messages };
    },
    keep: (key, result, now) => {
      if (result.kind !== 'compiled') return;
      const path = pathOf(key);
      const read = stateOf(result.files, now);
      const { files, symbols, messages } = result;
      const entry: Entry = { read, files, symbols, messages };
      const others = readEntries(path).filter((one) => one.read !== read);
      writeEntries(path, [entry, ...others].slice(0, MOST_STATES));
    },
  };
}

/** A digest of everything that a unit reads, and of what it could read in its place. */
function stateOf(files: readonly string[], { digestOf, namesakes }: Contents): string {
  const parts = files.map((path) => `${path}\0${digestOf(path) ?? ''}\0${namesakes(path).join('\0')}`);
  return digest(parts.join('\n'));
}

function readEntries(path: string): readonly Entry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    errorCode(error);
    return [];
  }
  const at = text.indexOf('\n');
  const body = text.slice(at + 1);
  if (at < 0 || text.slice(0, at) !== sumOf(body)) return [];
  return JSON.parse(body) as readonly Entry[];
}

function writeEntries(path: string, entries: readonly Entry[]): void {
  const body = JSON.stringify(entries);
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(temporary, `${sumOf(body)}\n${body}`);
    renameSync(temporary, path);
  } catch (error) {
    errorCode(error);
  }
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
