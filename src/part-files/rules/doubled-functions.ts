import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import { type DoubledFunction, doubledInOneFile } from '../../plan/doubled-functions.ts';
import { functionsByName, type ItemOfHeader } from '../../plan/functions-by-name.ts';
import type { SplitHeaders } from '../split-headers.ts';

/**
 * Law: a function stands in one part file, and there once in the same words wherever one condition covers the other.
 * A definition behind its prototype, and a redeclaration in other words or under another condition, are what the header
 * may have had; so is any redeclaration in a file that silences the compiler's warning of them.
 */
export function checkDoubledFunctions(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return doubledFunctions(split, manifest).map(({ name, copy, kept, stays }) => {
    const [file, other] = [copy.header.source.path, kept.header.source.path];
    const message =
      file === other ? `'${name}' is declared twice in ${file}` : `'${name}' is declared in ${file} and in ${other}`;
    const label = file === other ? 'first here' : 'and here';
    const finding = diagnostic('prototype-doubled', message, placeOfName(copy.header, copy.item, name), {
      place: placeOfName(kept.header, kept.item, name),
      label,
    });
    return stays === 'by its part'
      ? withNext(finding, `Remove it from ${file}: its part has the other file.`)
      : finding;
  });
}

/** The functions that stand where they stand already, or in two files. */
export function doubledFunctions({ parts }: SplitHeaders, manifest: Manifest): readonly DoubledFunction[] {
  return [...functionsByName(parts.values())].flatMap(([name, standing]) => [
    ...inTwoFiles(name, standing, manifest),
    ...doubledInOneFile(name, standing),
  ]);
}

function inTwoFiles(name: string, standing: readonly ItemOfHeader[], manifest: Manifest): readonly DoubledFunction[] {
  const firsts = [...new Map(standing.toReversed().map((one) => [one.header.source.path, one])).values()].reverse();
  const part = manifest.prototypes.get(name)?.part ?? null;
  const own =
    part === null ? undefined : firsts.find(({ header }) => header.source.path === fileOfPart(manifest, part));
  const kept = own ?? firsts[0];
  if (!kept) return [];
  const stays = own ? 'by its part' : 'by nothing';
  return firsts.filter((one) => one !== kept).map((copy) => ({ name, copy, kept, stays }));
}
