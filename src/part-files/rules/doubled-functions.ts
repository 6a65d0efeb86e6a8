import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import { type DoubledFunction, doubledInOneFile, repetition } from '../../plan/doubled-functions.ts';
import { functionsByName, type ItemOfHeader } from '../../plan/functions-by-name.ts';
import type { RepeatedBefore } from '../repeated-before.ts';
import type { SplitHeaders } from '../split-headers.ts';

/**
 * Law: a function stands in one part file, and there it is said again in the same words, wherever one condition covers
 * the other, only as often as the header did before it was split; where nobody can tell, that is noted. A definition
 * behind its prototype, and a redeclaration in other words or under another condition, are what the header may have had;
 * so is any redeclaration in a file that silences the compiler's warning of them.
 */
export function checkDoubledFunctions(
  split: SplitHeaders,
  manifest: Manifest,
  repeated: RepeatedBefore,
): readonly Diagnostic[] {
  const again = repeatedFunctions(split);
  const noted = again.filter(({ name }) => repeated(name) === null).map(repetition);
  const wrong = [...functionsInTwoFiles(split, manifest), ...beyond(again, repeated)];
  return [...wrong.map(doubled), ...noted];
}

/** The functions that stand in two files, or in one more often than the header had them. */
export function doubledFunctions(
  split: SplitHeaders,
  manifest: Manifest,
  repeated: RepeatedBefore,
): readonly DoubledFunction[] {
  return [...functionsInTwoFiles(split, manifest), ...beyond(repeatedFunctions(split), repeated)];
}

function doubled({ name, copy, kept, stays }: DoubledFunction): Diagnostic {
  const [file, other] = [copy.header.source.path, kept.header.source.path];
  const message =
    file === other ? `'${name}' is declared twice in ${file}` : `'${name}' is declared in ${file} and in ${other}`;
  const label = file === other ? 'first here' : 'and here';
  const finding = diagnostic('prototype-doubled', message, placeOfName(copy.header, copy.item, name), {
    place: placeOfName(kept.header, kept.item, name),
    label,
  });
  return stays === 'by its part' ? withNext(finding, `Remove it from ${file}: its part has the other file.`) : finding;
}

function repeatedFunctions({ parts }: SplitHeaders): readonly DoubledFunction[] {
  return [...functionsByName(parts.values())].flatMap(([name, standing]) => doubledInOneFile(name, standing));
}

/** Those that the header did not have, the last of each function; of what nobody can tell, none. */
function beyond(again: readonly DoubledFunction[], repeated: RepeatedBefore): readonly DoubledFunction[] {
  const seen = new Map<string, number>();
  return again.filter(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > (repeated(name) ?? Number.POSITIVE_INFINITY);
  });
}

function functionsInTwoFiles({ parts }: SplitHeaders, manifest: Manifest): readonly DoubledFunction[] {
  return [...functionsByName(parts.values())].flatMap(([name, standing]) => inTwoFiles(name, standing, manifest));
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
