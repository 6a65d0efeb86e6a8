import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../io/temporary-folder.ts';

type Outcome = { readonly status: number; readonly out: string; readonly err: string };

const language = ['-std=gnu17', '-Wall', '-Werror=implicit'];

/** '' when gcc accepts the file without a word; else the first complaint, without line and column. */
export async function complaint(tree: string, flags: readonly string[], file: string): Promise<string> {
  const { status, err } = await check(tree, flags, [file]);
  return firstComplaint(err)?.replace(/:\d+:\d+:/, ':') ?? (status === 0 ? '' : `gcc exits with ${status}`);
}

/** The same of each file. One gcc reads them all, and only where it says something each has a gcc of its own. */
export async function complaints(
  tree: string,
  flags: readonly string[],
  files: readonly string[],
): Promise<readonly (readonly [file: string, complaint: string])[]> {
  if (files.length === 0) return [];
  const { status, err } = await check(tree, flags, files);
  if (status === 0 && firstComplaint(err) === undefined) return files.map((file) => [file, '']);
  return Promise.all(files.map(async (file) => [file, await complaint(tree, flags, file)] as const));
}

/** The same of units that include files of the tree one behind the other. */
export async function complaintsOfUnits(
  tree: string,
  flags: readonly string[],
  units: readonly (readonly string[])[],
): Promise<readonly (readonly [files: readonly string[], complaint: string])[]> {
  return inTemporaryFolder(async (folder) => {
    const paths = units.map((files, at) => {
      const path = join(folder, `${at}.c`);
      writeFileSync(path, files.map((file) => `#include "${join(tree, file)}"\n`).join(''));
      return path;
    });
    const told = await complaints(tree, flags, paths);
    return told.map(([, fault], at) => [units[at] ?? [], fault] as const);
  });
}

/** A header is read as C, not made a precompiled header of. */
function check(tree: string, flags: readonly string[], files: readonly string[]): Promise<Outcome> {
  return run(tree, 'gcc', [...language, ...flags, '-fsyntax-only', '-x', 'c', ...files]);
}

function firstComplaint(err: string): string | undefined {
  const lines = err.split('\n').filter((line) => /(?:error|warning):/.test(line));
  return lines.find((line) => !line.includes('#pragma once in main file'));
}

/** What the program prints that gcc makes of `file`; an Error's message where it does not build. */
export async function printed(tree: string, flags: readonly string[], file: string): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const program = join(folder, 'program');
    const built = await run(tree, 'gcc', ['-std=gnu17', ...flags, file, '-o', program]);
    if (built.status !== 0) return `does not build: ${built.err.split('\n')[0]}`;
    const ran = await run(tree, program, []);
    return `${ran.out}exit ${ran.status}`;
  });
}

/** What gcc's preprocessor makes of `file`, without marks of lines. */
export async function preprocessed(tree: string, flags: readonly string[], file: string): Promise<string> {
  const { status, out, err } = await run(tree, 'gcc', ['-E', '-P', ...flags, file]);
  return status === 0 ? out : err;
}

/** Type, binding, visibility and name of each symbol that gcc makes of `file`. */
export async function symbols(tree: string, flags: readonly string[], file: string): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const object = join(folder, 'object.o');
    await run(tree, 'gcc', ['-O2', '-fPIC', ...flags, '-c', file, '-o', object]);
    const { out } = await run(tree, 'readelf', ['-sW', object]);
    const rows = out.split('\n').filter((line) => /FUNC|NOTYPE/.test(line));
    const words = rows.map((row) => row.trim().split(/\s+/).slice(3));
    return words
      .map((row) => row.filter((word) => !/^\d+$/.test(word)).join(' '))
      .sort()
      .join('\n');
  });
}

function run(cwd: string, program: string, words: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(program, [...words], { cwd, encoding: 'latin1', timeout: 50_000 }, (error, out, err) => {
      done({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, err });
    });
  });
}
