import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CompilerMessage } from '../../verify/compiler-messages.ts';
import type { UnitResult } from '../../verify/unit-result.ts';
import { digest } from './compile-unit.ts';
import type { ProofStore } from './proof-store.ts';

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
const FORMAT = 'proof 2';

type Entry = {
  readonly read: string;
  readonly files: readonly string[];
  readonly symbols: string;
  readonly messages: readonly CompilerMessage[];
};

/**
 * A cache in a store: one file for each command. What the store does not believe, or has another shape, counts as absent.
 * Failures are not kept. What cannot be written is compiled again the next time.
 */
export function proofCache(store: ProofStore): ProofCache {
  const pathOf = (key: ProofKey): string => {
    const name = createHash('sha256')
      .update(JSON.stringify([FORMAT, ...key]))
      .digest('hex');
    return join(name.slice(0, 2), name.slice(2, 40));
  };
  return {
    find: (key, now) => {
      const entry = entriesIn(store.read(pathOf(key))).find((one) => stateOf(one.files, now) === one.read);
      if (entry === undefined) return null;
      return { kind: 'compiled', files: entry.files, symbols: entry.symbols, messages: entry.messages };
    },
    keep: (key, result, now) => {
      if (result.kind !== 'compiled') return;
      const path = pathOf(key);
      const read = stateOf(result.files, now);
      const { files, symbols, messages } = result;
      const entry: Entry = { read, files, symbols, messages };
      const others = entriesIn(store.read(path)).filter((one) => one.read !== read);
      store.write(path, [entry, ...others].slice(0, MOST_STATES));
    },
  };
}

/** A digest of everything that a unit reads, and of what it could read in its place. */
function stateOf(files: readonly string[], { digestOf, namesakes }: Contents): string {
  const parts = files.map((path) => `${path}\0${digestOf(path) ?? ''}\0${namesakes(path).join('\0')}`);
  return digest(parts.join('\n'));
}

function entriesIn(kept: unknown): readonly Entry[] {
  return Array.isArray(kept) && kept.every(isEntry) ? kept : [];
}

function isEntry(kept: unknown): kept is Entry {
  if (typeof kept !== 'object' || kept === null) return false;
  const { read, files, symbols, messages } = kept as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof read === 'string' &&
    typeof symbols === 'string' &&
    Array.isArray(files) &&
    files.every((one) => typeof one === 'string') &&
    Array.isArray(messages) &&
    messages.every(isMessage)
  );
}

function isMessage(kept: unknown): kept is CompilerMessage {
  if (typeof kept !== 'object' || kept === null) return false;
  const { file, line, column, severity, text } = kept as Partial<Record<keyof CompilerMessage, unknown>>;
  const isPlaced = typeof file === 'string' && isCount(line) && isCount(column);
  return isPlaced && (severity === 'error' || severity === 'warning') && typeof text === 'string';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
