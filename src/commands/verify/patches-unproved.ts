import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Proof } from '../../verify/proof.ts';

/** A finding for each patch that changes code and of which no unit proves anything. */
export function patchesUnproved({ patches }: Proof): readonly Diagnostic[] {
  return patches.flatMap(({ title, files, units }) => {
    const code = files.find(({ path }) => CODE.test(path));
    if (code === undefined || units.some(({ verdict }) => verdict !== 'unproved')) return [];
    const why =
      units.length === 0 ? 'no unit reads what it changes' : 'every unit that reads what it changes is unproved';
    return [diagnostic('verify-nothing', `nothing is proved of '${title}': ${why}`, placeOfFile(code.path))];
  });
}

const CODE = /\.(c|h|cc|cpp|cxx|hh|hpp|hxx|inc|m|mm|S)$/;
