import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../commands/run-command.ts';
import { inTemporaryFolder, snapshot } from '../io/temporary-folder.ts';
import { carryOutAdvice } from './advice.ts';
import { complaints, complaintsOfUnits, printed, symbols } from './gcc.ts';
import type { MeaningCase, Wanted } from './wanted.ts';

type Files = Readonly<Record<string, string>>;

/** Splits a copy of the case by its `m.yaml`, its structs by `audit.yaml` where it has one. Returns what does not mean the same as before, or is not as wanted. */
export async function judge({ root, wanted }: MeaningCase): Promise<readonly string[]> {
  return inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    cpSync(root, tree, { recursive: true, filter: (path) => basename(path) !== 'want.json' });
    const judged: Judged = { tree, wanted, header: headerOf(tree), flags: wanted.flags ?? ['-Iinclude'] };
    const told = await faultsBefore(judged);
    const unadvised = wanted.advised === undefined ? [] : await carryOutAdvice(tree, wanted.advised);
    const symbolsMoved = wanted.symbols === true ? await symbolFaults(judged) : [];
    return [...told, ...unadvised, ...symbolsMoved, ...(await faultsOfApply(judged))];
  });
}

type Judged = {
  readonly tree: string;
  readonly wanted: Wanted;
  readonly header: string;
  readonly flags: readonly string[];
};

/** What `init` and `check` say of the untouched tree, where the case asks for it. */
async function faultsBefore(judged: Judged): Promise<readonly string[]> {
  return [...(await faultsOfInit(judged)), ...(await faultsOfCheck(judged))];
}

async function faultsOfInit({ tree, wanted: { names = [], absent = [] }, header }: Judged): Promise<readonly string[]> {
  if (names.length + absent.length === 0) return [];
  const listed = (await runCommand(tree, ['init', header, '--parts', 'common,graph,io'])).out;
  const prototypes = listed.slice(listed.search(/^prototypes:/m));
  const lists = (name: string) => new RegExp(`^  "?${name}"?:`, 'm').test(prototypes);
  return [
    ...names.filter((name) => !lists(name)).map((name) => `init does not list ${name}`),
    ...absent.filter((name) => new RegExp(`\\b${name}\\b`).test(listed)).map((name) => `init names ${name}`),
  ];
}

async function faultsOfCheck({ tree, wanted: { says, quiet } }: Judged): Promise<readonly string[]> {
  if (says === undefined && quiet === undefined) return [];
  const { out, err } = await runCommand(tree, ['check', 'm.yaml', '--notes']);
  return [
    ...(says === undefined || new RegExp(says).test(out + err) ? [] : [`check does not say /${says}/:\n${out}${err}`]),
    ...(quiet !== undefined && new RegExp(quiet).test(out + err) ? [`check says /${quiet}/:\n${out}${err}`] : []),
  ];
}

async function symbolFaults({ tree, flags }: Judged): Promise<readonly string[]> {
  return inTemporaryFolder(async (folder) => {
    const copy = join(folder, 'tree');
    cpSync(tree, copy, { recursive: true });
    const all = async () => Promise.all(sources(copy).map((file) => symbols(copy, flags, file)));
    const before = await all();
    const { exitCode } = await runCommand(copy, ['apply', 'm.yaml', '--only', 'headers']);
    const same = exitCode !== 0 || JSON.stringify(await all()) === JSON.stringify(before);
    return same ? [] : ['the split alone changes the symbols of an object'];
  });
}

async function faultsOfApply(judged: Judged): Promise<readonly string[]> {
  const { tree, wanted, header } = judged;
  const untouched = snapshot(tree);
  const [before, [headerAlone]] = await seenByGcc(judged, [header]);
  const { exitCode, err } = await runCommand(tree, ['apply', 'm.yaml', ...withAuditFile(tree)]);
  if (exitCode === 2) {
    const changed =
      JSON.stringify(snapshot(tree)) === JSON.stringify(untouched) ? [] : ['refused, and changed the tree'];
    return wanted.mayRefuse === undefined || wanted.mayRefuse === false
      ? [...changed, `apply refuses:\n${err}`]
      : changed;
  }
  if (exitCode !== 0) return [`apply exits with ${exitCode}:\n${err}`];
  if (wanted.mayRefuse === 'must') return ['apply does not refuse'];
  const split = snapshot(tree);
  const headers = headerAlone === '' ? [header, ...newHeaders(untouched, split)] : [];
  const [after, alone] = await seenByGcc(judged, headers);
  const pairs = wanted.pairs === true && headerAlone === '' ? await pairFaults(judged, headers) : [];
  return [
    ...pairs,
    ...differences(before, after),
    ...headers.flatMap((file, at) => (alone[at] === '' ? [] : [`${file} alone: ${alone[at]}`])),
    ...(wanted.grep ?? []).flatMap((one) => grepFault(split, one)),
    ...(await secondRunFaults(tree, split)),
  ];
}

async function pairFaults({ tree, flags }: Judged, headers: readonly string[]): Promise<readonly string[]> {
  const pairs = headers.flatMap((first) =>
    headers.filter((second) => second !== first).map((second) => [first, second]),
  );
  const faults = await complaintsOfUnits(tree, flags, pairs);
  return faults.filter(([, fault]) => fault !== '').map(([pair, fault]) => `${pair.join(' and ')}: ${fault}`);
}

/**
 * What gcc says of each source, and what the program prints, by the name of the thing seen; and what it says of each of
 * the headers alone.
 */
async function seenByGcc(
  { tree, wanted, flags }: Judged,
  headers: readonly string[],
): Promise<readonly [seen: Files, alone: readonly string[]]> {
  const files = sources(tree);
  const all = await complaints(tree, flags, [...files, ...headers]);
  const [seen, alone] = [all.slice(0, files.length), all.slice(files.length).map(([, fault]) => fault)];
  const [program] = files;
  if (wanted.run === undefined || program === undefined) return [Object.fromEntries(seen), alone];
  const prints = await printed(tree, [...flags, ...wanted.run], program);
  return [Object.fromEntries([...seen, ['the program', prints]]), alone];
}

function differences(before: Files, after: Files): readonly string[] {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return names.map((name) => `${name}: was ${JSON.stringify(before[name])}, is ${JSON.stringify(after[name])}`);
}

async function secondRunFaults(tree: string, split: Files): Promise<readonly string[]> {
  const checked = await runCommand(tree, ['check', 'm.yaml', ...withAuditFile(tree)]);
  const again = await runCommand(tree, ['apply', 'm.yaml', ...withAuditFile(tree)]);
  return [
    ...(checked.exitCode === 0
      ? []
      : [`check after apply exits with ${checked.exitCode}:\n${checked.out}${checked.err}`]),
    ...(again.exitCode === 0 ? [] : [`a second apply exits with ${again.exitCode}:\n${again.err}`]),
    ...(JSON.stringify(snapshot(tree)) === JSON.stringify(split) ? [] : ['a second apply changes the tree']),
  ];
}

/** A case with an audit file divides its structs too. */
function withAuditFile(tree: string): readonly string[] {
  return existsSync(join(tree, 'audit.yaml')) ? ['--audit-file', 'audit.yaml'] : [];
}

function grepFault(files: Files, [file, pattern, there]: readonly [string, string, boolean]): readonly string[] {
  const found = new RegExp(pattern, 'm').test(files[file] ?? '');
  return found === there ? [] : [`${file} ${there ? 'lacks' : 'has'} /${pattern}/:\n${files[file] ?? '(no file)'}`];
}

function headerOf(tree: string): string {
  const header = /^header:\s*(\S+)/m.exec(readFileSync(join(tree, 'm.yaml'), 'utf8'))?.[1];
  if (header === undefined) throw new Error('m.yaml names no header');
  rmSync(join(tree, 'expected.md'), { force: true });
  return header;
}

function sources(tree: string): readonly string[] {
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.c')).sort();
}

function newHeaders(before: Files, after: Files): readonly string[] {
  return Object.keys(after).filter((file) => file.endsWith('.h') && before[file] === undefined);
}
