import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { errorCode } from '../system-error.ts';

/** Keeps what was proved of the patches that `text` stands for. */
export function keepRecord(folder: string, text: string, sentences: readonly string[]): void {
  const path = pathOf(folder, text);
  const body = JSON.stringify(sentences);
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, `${sumOf(body)}\n${body}`);
    renameSync(`${path}.${process.pid}`, path);
  } catch (error) {
    errorCode(error);
  }
}

/** What was proved of exactly these patches; empty where nothing was, or what was kept is damaged. */
export function findRecord(folder: string, text: string): readonly string[] {
  try {
    const [sum, body = ''] = readFileSync(pathOf(folder, text), 'utf8').split('\n');
    return sum === sumOf(body) ? (JSON.parse(body) as string[]) : [];
  } catch (error) {
    errorCode(error);
    return [];
  }
}

function pathOf(folder: string, text: string): string {
  return join(folder, 'records', sumOf(text));
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
