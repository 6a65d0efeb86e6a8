import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { contentAfter } from '../../diff/file-change.ts';
import { readAlone } from '../../io/verify/compile-unit.ts';
import { putProbe } from '../../io/verify/probe-file.ts';
import { readScratch, type Side } from '../../io/verify/scratch-trees.ts';
import { baseName } from '../../text/file-path.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { type CompilerMessage, isImplicit, newWarnings } from '../../verify/compiler-messages.ts';
import { isHeader } from '../../verify/edited-functions.ts';
import { includedNames } from '../../verify/include-reach.ts';
import type { PatchProof, ProofPatch } from '../../verify/proof.ts';
import { eachOf } from './each-of.ts';
import { placeIn } from './place-in.ts';
import { belowRoot, type Proving } from './proving.ts';

export type Alone = { readonly passed: PatchProof['alone']; readonly findings: readonly Diagnostic[] };

/** `files`: what the unit read after the patch. */
type User = { readonly unit: Unit; readonly configuration: string; readonly files: ReadonlySet<string> };
type Language = 'c' | 'c++';

/**
 * Lets the compiler read each header that a patch writes alone, with the flags of a unit that includes it, for each
 * configuration, and for C++ where the header has `extern "C"`. A part file must do what its header did before.
 */
export async function checkAlone(patch: ProofPatch, all: readonly User[], proving: Proving): Promise<Alone> {
  if (patch.kind === 'assertions') return { passed: [], findings: [] };
  const headers = patch.changes.filter((one) => isCHeader(one.path) && one.kind !== 'delete');
  const texts = new Map(headers.map((one) => [one.path, contentAfter(one) ?? '']));
  const standing = headers.filter(({ kind }) => kind === 'modify').map(({ path }) => path);
  const configurations = [...new Set(all.map((one) => one.configuration))];
  const families = standing.map((header) => {
    const parts = partsOf(header, texts).filter((path) => !standing.includes(path));
    return { header, parts, isForCxx: [header, ...parts].some((path) => FOR_CXX.test(texts.get(path) ?? '')) };
  });
  const tasks = families.flatMap(({ header, parts, isForCxx }) => {
    return configurations.flatMap((configuration): Task[] => {
      const reading = all.filter((one) => one.configuration === configuration);
      const reads =
        (path: string) =>
        (one: User): boolean =>
          one.files.has(`${proving.request.root}/${path}`);
      const users = reading.filter(reads(header));
      // Where all users came to name part files, these are read in place of the header.
      const near = users.length > 0 ? users : reading.filter((one) => parts.some((path) => reads(path)(one)));
      const units = near.map(({ unit }) => unit);
      // Of several files of one name the ones that are read are meant.
      const own = [header, ...parts.filter((path) => near.some(reads(path)))];
      return languagesOf(units, isForCxx).map(({ language, unit }) => ({ header, own, unit, language }));
    });
  });
  const passed = new Map<string, Set<string>>();
  const findings: Diagnostic[] = [];
  const broken = new Set<string>();
  const refused = new Map<string, Unit>();
  await eachOf(
    tasks,
    proving.request.jobs,
    () => {},
    async ({ header, own, unit, language }) => {
      const found = await preludeFor(header, unit, language, proving);
      if (found === null) {
        for (const path of own) refused.set(path, unit);
        return;
      }
      const { prelude, messages: known } = found;
      for (const path of own) {
        const messages = await look(path, 'after', { unit, language, prelude }, proving);
        const error = messages.find(isFault) ?? (unit.warns ? newWarnings(known, messages)[0] : undefined);
        if (error === undefined) passed.set(path, (passed.get(path) ?? new Set()).add(NAMES[language]));
        else {
          broken.add(path);
          findings.push(notAlone(path, language, error, proving));
        }
      }
    },
  );
  // Where no unit compiles at all, findings say so; a header that is not of a split may be of no unit.
  const split = all.length === 0 ? [] : families.filter(({ parts }) => patch.kind === 'split' || parts.length > 0);
  const unchecked = new Set([...split.flatMap(({ header, parts }) => [header, ...parts]), ...refused.keys()]);
  for (const path of [...passed.keys(), ...broken]) unchecked.delete(path);
  findings.push(...[...unchecked].map((path) => notChecked(path, refused.get(path), proving)));
  return { passed: [...passed].map(([path, languages]) => ({ path, languages: [...languages] })), findings };
}

const FOR_CXX = /extern\s+"C"|_BEGIN_DECLS\b/;

/** The languages to try, each with the first unit whose flags serve; C++ with those of C where nothing is C++. */
function languagesOf(units: readonly Unit[], isForCxx: boolean): readonly Pick<Task, 'unit' | 'language'>[] {
  const [c, cxx] = [units.find(isC), units.find((one) => one.language === 'c++')];
  const forCxx = cxx ?? c;
  return [
    ...(c === undefined ? [] : [{ language: 'c' as const, unit: c }]),
    ...((isForCxx || c === undefined) && forCxx !== undefined ? [{ language: 'c++' as const, unit: forCxx }] : []),
  ];
}

type Task = {
  readonly header: string;
  readonly own: readonly string[];
  readonly unit: Unit;
  readonly language: Language;
};

/** The headers of a patch that one of them includes, directly or through others. */
function partsOf(header: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>([header]);
  for (const path of found) {
    const names = new Set(includedNames(texts.get(path) ?? '').names.map(baseName));
    for (const other of texts.keys()) if (names.has(baseName(other))) found.add(other);
  }
  return [...found].filter((path) => path !== header);
}

const NAMES: Readonly<Record<Language, string>> = { c: 'C', 'c++': 'C++' };

function isCHeader(path: string): boolean {
  return isHeader(path) && /\.(h|hh|hpp|hxx|inc)$/.test(path);
}

function isFault(message: CompilerMessage): boolean {
  return message.severity === 'error' || isImplicit(message);
}

function isC({ language }: Unit): boolean {
  return language === 'c';
}

type Looking = { readonly unit: Unit; readonly language: Language; readonly prelude: readonly string[] };

/** What must be included first for a header to compile as it stood before, and what the compiler said then; null where
 * nothing helps. */
async function preludeFor(
  header: string,
  unit: Unit,
  language: Language,
  proving: Proving,
): Promise<{ readonly prelude: readonly string[]; readonly messages: readonly CompilerMessage[] } | null> {
  const { request, scratch } = proving;
  const named = request.preludes.get(header);
  const first = /^[ \t]*#[ \t]*include[ \t]*(["<][^">\n]+[">])/m.exec(
    readScratch(scratch.into('before', unit.source)) ?? '',
  )?.[1];
  const tried = named !== undefined ? [[`"${named}"`]] : [[], ...(first === undefined ? [] : [[first]])];
  for (const prelude of tried) {
    const messages = await look(header, 'before', { unit, language, prelude }, proving);
    if (!messages.some(isFault)) return { prelude, messages };
  }
  return null;
}

async function look(
  path: string,
  side: Side,
  { unit, language, prelude }: Looking,
  proving: Proving,
): Promise<readonly CompilerMessage[]> {
  const { scratch, compilation, request } = proving;
  const whole = scratch.into(side, `${request.root}/${path}`);
  const file = putProbe(scratch, [...prelude, `"${whole}"`], language === 'c' ? 'c' : 'cc');
  // A quoted prelude is looked for beside the unit, as there.
  const beside = `-iquote${scratch.into(side, unit.source.slice(0, unit.source.lastIndexOf('/')))}`;
  return readAlone(unit, side, file, { language, options: [beside] }, compilation);
}

function notAlone(path: string, language: Language, error: CompilerMessage, proving: Proving): Diagnostic {
  const place = error.line === 0 ? placeOfFile(path) : placeIn(proving, 'after', error);
  return diagnostic('header-not-alone', `${path} does not compile alone as ${NAMES[language]}: ${error.text}`, place);
}

function notChecked(path: string, unit: Unit | undefined, { request }: Proving): Diagnostic {
  const reason =
    unit === undefined
      ? 'no unit of C or C++ reads it'
      : `its header did not compile alone before the patch either, with the flags of ${belowRoot(request.root, unit.source)}`;
  return diagnostic('alone-unproved', `whether ${path} compiles alone was not checked: ${reason}`, placeOfFile(path));
}
