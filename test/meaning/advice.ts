import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { runCommand } from '../commands/run-command.ts';

type Finding = {
  readonly code: string;
  readonly next: string;
  readonly places: readonly { readonly file: string; readonly line: number }[];
};

/** Does what the findings of a code advise, to the letter, until there is none. Returns what goes wrong with that. */
export async function carryOutAdvice(tree: string, code: string): Promise<readonly string[]> {
  for (let round = 0; round < 5; round++) {
    const told = await findingsOf(tree, code);
    if (told.length === 0) return round === 0 ? [`check does not report ${code}`] : [];
    const [first] = told;
    if (first && !carriesOut(tree, first)) return [`this is no advice that can be carried out: ${first.next}`];
  }
  return [`${code} is still reported when its advice was followed`];
}

async function findingsOf(tree: string, code: string): Promise<readonly Finding[]> {
  const { out } = await runCommand(tree, ['check', 'm.yaml', '--format', 'json']);
  const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
  return findings.filter((finding) => finding.code === code);
}

function carriesOut(tree: string, { next, places }: Finding): boolean {
  const manifest = parseDocument(readFileSync(join(tree, 'm.yaml'), 'utf8'));
  const done = [leaveOut(manifest, next), assign(manifest, next), assertNot(manifest, next), write(tree, next, places)];
  writeFileSync(join(tree, 'm.yaml'), manifest.toString());
  return done.includes(true);
}

function leaveOut(manifest: Document, next: string): boolean {
  const names = /[Ll]eave ((?:'[^']+'(?:, )?)+) out of `includes`/.exec(next)?.[1];
  return namesIn(names)
    .map((name) => manifest.deleteIn(['includes', name]))
    .includes(true);
}

function assign(manifest: Document, next: string): boolean {
  const [, names, part] = /[Aa]ssign ((?:'[^']+'(?:, )?)+) to '([^']+)'/.exec(next) ?? [];
  for (const name of namesIn(names)) {
    const isFunction = manifest.hasIn(['prototypes', name]);
    manifest.setIn([isFunction ? 'prototypes' : 'declarations', name], part);
  }
  return names !== undefined;
}

function assertNot(manifest: Document, next: string): boolean {
  const names = /^Write 'assert: false' for ((?:'[^']+'(?:, )?)+)/.exec(next)?.[1];
  for (const name of namesIn(names)) {
    const part = manifest.getIn(['prototypes', name]);
    manifest.setIn(['prototypes', name], { part, assert: false });
  }
  return names !== undefined;
}

function write(tree: string, next: string, [place]: Finding['places']): boolean {
  const lines = [
    ...(/write (`#include [^`]+`(?: and `#include [^`]+`)*) above it/.exec(next)?.[1] ?? '').matchAll(/`([^`]+)`/g),
  ];
  if (lines.length === 0 || place === undefined) return false;
  const file = join(tree, place.file);
  const text = readFileSync(file, 'latin1').split('\n');
  text.splice(place.line - 1, 0, ...lines.map(([, line]) => line ?? ''));
  writeFileSync(file, text.join('\n'), 'latin1');
  return true;
}

function namesIn(list: string | undefined): readonly string[] {
  return [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');
}
