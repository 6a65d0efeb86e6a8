import { type Code, codes, type Severity } from '../../src/diagnostics/codes.ts';
import type { Place } from '../../src/text/place.ts';
import { placeOf } from '../../src/text/place.ts';
import { bytesOfText } from '../../src/text/source-text.ts';

/** A code of the wanted severity: the reports do not care which. */
export function codeOf(severity: Severity): Code {
  const code = (Object.keys(codes) as Code[]).find((candidate) => codes[candidate].severity === severity);
  if (code === undefined) throw new Error(`the table has no ${severity}`);
  return code;
}

/** The place of `marked` in a UTF-8 text, by bytes as the tool counts them. */
export function placeIn(text: string, marked: string, path = 'include/block.h'): Place {
  const bytes = bytesOfText(text);
  const start = bytes.indexOf(bytesOfText(marked));
  return placeOf({ path, text: bytes }, { start, end: start + bytesOfText(marked).length });
}
