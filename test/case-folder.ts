import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const inputs = join(import.meta.dirname, 'cases');
const outputs = join(import.meta.dirname, '..', 'snapshots', 'cases');

/** A case as it is stored: all contents are latin1. */
export type CaseFolder = {
  readonly manifest: string;
  /** The tree to split: path -> text. */
  readonly tree: ReadonlyMap<string, string>;
  /** The folder holds an empty file `gcc`: the header compiles, and so must what it becomes. */
  readonly compiles: boolean;
};

export function caseNames(): readonly string[] {
  return foldersIn(inputs);
}

/** Names under which outputs are stored that no case has. */
export function staleOutputs(): readonly string[] {
  const names = new Set(caseNames());
  return (existsSync(outputs) ? foldersIn(outputs) : []).filter((name) => !names.has(name));
}

export function readCase(name: string): CaseFolder {
  const files = readFolder(join(inputs, name));
  const manifest = files.get('manifest.yaml');
  if (manifest === undefined) throw new Error(`test/cases/${name} has no manifest.yaml`);
  const tree = new Map([...files].filter(([path]) => path !== 'manifest.yaml' && path !== 'gcc'));
  return { manifest, tree, compiles: files.has('gcc') };
}

/** The expected output, empty when the case was never blessed. */
export function readExpected(name: string): ReadonlyMap<string, string> {
  const folder = join(outputs, name);
  return existsSync(folder) ? readFolder(folder) : new Map();
}

/** Makes `files` the expected output, the only one. */
export function bless(name: string, files: ReadonlyMap<string, string>): void {
  rmSync(join(outputs, name), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(outputs, name, path)), { recursive: true });
    writeFileSync(join(outputs, name, path), text, 'latin1');
  }
}

function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function readFolder(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }): [string, string] => {
    const path = join(parentPath, name);
    return [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'latin1')];
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
