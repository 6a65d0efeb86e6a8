import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packDigests, symbolDigests } from '../../verify/assembly/symbol-digests.ts';
import type { Flag } from '../../verify/command/flags.ts';
import { languageFlag } from '../../verify/command/languages.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { type CompilerMessage, parseMessages } from '../../verify/compiler-messages.ts';
import { parseDependencies } from '../../verify/dependencies.ts';
import { implicitWarnings, neutralFlags } from '../../verify/neutral-flags.ts';
import type { UnitResult } from '../../verify/unit-result.ts';
import { errorCode } from '../system-error.ts';
import type { CompilerEnvironment } from './compiler-environment.ts';
import type { Probed } from './compiler-probe.ts';
import type { FindRead } from './files-read.ts';
import type { StartProcess } from './process-starter.ts';
import type { ScratchTrees, Side } from './scratch-trees.ts';

export type Compilation = {
  readonly scratch: ScratchTrees;
  readonly findRead: FindRead;
  readonly env: CompilerEnvironment;
  /** What stands before the compiler; empty: nothing. */
  readonly launcher: readonly string[];
  readonly start: StartProcess;
};

export type Job = {
  readonly unit: Unit;
  readonly side: Side;
  /** Beyond those that every unit is compiled with. */
  readonly further: readonly string[];
};

export type Ended =
  | UnitResult
  | { readonly kind: 'not-run'; readonly reason: string }
  /** It compiled, and read a file of the user's tree, absolute, in place of the one in the scratch tree. */
  | { readonly kind: 'original'; readonly path: string };

/** The words of the command in which a job differs from others: for a cache, so without the names of scratch trees. */
export function commandOf({ unit, further }: Job, probed: Probed): readonly string[] {
  return argumentsOf(unit, further, probed, (path) => path);
}

let count = 0;

/**
 * Compiles a unit to assembly in one of the scratch trees, and reads from that what its symbols consist of. A unit in
 * assembler is only preprocessed: its text is its code.
 */
export async function compileUnit(job: Job, probed: Probed, compilation: Compilation): Promise<Ended> {
  const { scratch, findRead, env, launcher, start } = compilation;
  const { unit, side, further } = job;
  const name = join(scratch.output, String(count++));
  const [assembly, dependencies] = [`${name}.s`, `${name}.d`];
  const isAssembler = unit.language === 'assembler';
  const into = (path: string): string => scratch.into(side, path);
  const words = argumentsOf(unit, further, probed, into);
  const prefix = scratch.into(side, unit.folder).slice(0, -unit.folder.length);
  const maps = probed.mapsPrefix ? [`-ffile-prefix-map=${prefix}=`] : [];
  const out = [isAssembler ? '-E' : '-S', '-o', assembly, '-MD', '-MF', dependencies];
  const [program = unit.compiler, ...before] = [...launcher, unit.compiler];
  const end = await start(program, [...before, ...maps, ...words, ...out, textOf(unit.input, into)], {
    folder: into(unit.folder),
    env: env.of(side),
  });
  try {
    if (end.kind === 'not-run') return end;
    const named = (path: string): string => scratch.outOf(resolve(into(unit.folder), path));
    const messages = parseMessages(end.errors).map((one): CompilerMessage => ({ ...one, file: named(one.file) }));
    if (end.status !== 0) return { kind: 'failed', messages, output: end.errors.replaceAll(prefix, '') };
    const text = readFileSync(assembly, 'latin1');
    const digests = isAssembler ? new Map([['', digest(withoutMarkers(text))]]) : symbolDigests(text, digest);
    const read = findRead(parseDependencies(readFileSync(dependencies, 'latin1')), into(unit.folder), side);
    if (read.kind === 'original') return read;
    const { files, hasOriginals } = read;
    return { kind: 'compiled', symbols: packDigests(digests), messages, files, hasOriginals };
  } catch (error) {
    return { kind: 'not-run', reason: `its output cannot be read (${errorCode(error)})` };
  } finally {
    for (const file of [assembly, dependencies]) rmSync(file, { force: true });
  }
}

/** What `-E` prints of a unit in a scratch tree, with the files as the compiler spells them; null where that fails. */
export async function preprocessUnit(
  { unit, side, further }: Job,
  { scratch, env, start }: Compilation,
  options: readonly string[] = [],
): Promise<string | null> {
  const into = (path: string): string => scratch.into(side, path);
  const words = [...wordsOf(unit.flags, into), ...neutralFlags, ...further, ...languageOf(unit)];
  const file = join(scratch.output, `${count++}.i`);
  const end = await start(unit.compiler, [...words, '-w', '-E', ...options, '-o', file, textOf(unit.input, into)], {
    folder: into(unit.folder),
    env: env.of(side),
  });
  try {
    return end.kind === 'ended' && end.status === 0 ? readFileSync(file, 'latin1') : null;
  } catch (error) {
    errorCode(error);
    return null;
  } finally {
    rmSync(file, { force: true });
  }
}

/** Lets the compiler read a text with the flags of a unit; what it says of it. */
export async function readAlone(
  unit: Unit,
  side: Side,
  file: string,
  { language, options }: { readonly language: 'c' | 'c++'; readonly options: readonly string[] },
  { scratch, env, start }: Compilation,
): Promise<readonly CompilerMessage[]> {
  const into = (path: string): string => scratch.into(side, path);
  const kept =
    language === unit.language
      ? unit.flags
      : unit.flags.filter((flag) => typeof flag !== 'string' || !OF_LANGUAGE.test(flag));
  const implicit = language === 'c' ? implicitWarnings : [];
  const words = [...wordsOf(kept, into), ...implicit, ...options, '-x', language, '-fsyntax-only', file];
  const end = await start(unit.compiler, words, { folder: into(unit.folder), env: env.of(side) });
  if (end.kind === 'not-run') return [{ file, line: 0, column: 0, severity: 'error', text: end.reason }];
  const named = (path: string): string => scratch.outOf(resolve(into(unit.folder), path));
  const messages = parseMessages(end.errors).map((one) => ({ ...one, file: named(one.file) }));
  if (end.status === 0 || messages.some(({ severity }) => severity === 'error')) return messages;
  const text = end.errors.trim().split('\n')[0] ?? 'the compiler failed';
  return [{ file, line: 0, column: 0, severity: 'error', text: text.replaceAll(scratch.folder, '') }];
}

/** Options that one of C and C++ has alone. */
const OF_LANGUAGE = /^-(std=|W|f(no-)?permissive|ansi|f(no-)?gnu89|traditional)/;

function argumentsOf(unit: Unit, further: readonly string[], probed: Probed, into: (path: string) => string): string[] {
  const implicit = unit.language === 'c' ? implicitWarnings : [];
  const neutral = [...neutralFlags, ...further];
  return [...wordsOf(unit.flags, into), '-g0', ...implicit, ...probed.options, ...neutral, ...languageOf(unit)];
}

function languageOf({ language }: Unit): readonly string[] {
  return ['-x', languageFlag(language)];
}

function wordsOf(flags: readonly Flag[], into: (path: string) => string): string[] {
  return flags.map((flag) => textOf(flag, into));
}

function textOf(flag: Flag, into: (path: string) => string): string {
  return typeof flag === 'string' ? flag : `${flag.before}${into(flag.path)}`;
}

function withoutMarkers(text: string): string {
  return text.replace(/^#.*\n/gm, '').replace(/\n\s*\n/g, '\n');
}

/** 96 bits of a SHA-256 sum. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('base64').slice(0, 16);
}
