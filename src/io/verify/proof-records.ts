import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ProofStore } from './proof-store.ts';

/** Keeps what was proved of the patches that `text` stands for. */
export function keepRecord(store: ProofStore, text: string, sentences: readonly string[]): void {
  store.write(pathOf(text), sentences);
}

/** What was proved of exactly these patches; empty where nothing was, or what was kept is not believed. */
export function findRecord(store: ProofStore, text: string): readonly string[] {
  const kept = store.read(pathOf(text));
  return Array.isArray(kept) && kept.every((one) => typeof one === 'string') ? kept : [];
}

function pathOf(text: string): string {
  return join('records', createHash('sha256').update(text).digest('hex'));
}
