import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';

/** Bytes; the manifest of a header with 20,000 prototypes has one. */
const SIZE_LIMIT = 4 * 1024 * 1024;

/** Why a file is not worth reading as YAML: its size, or a NUL byte. Null when it is. */
export function checkReadable({ path, text }: SourceText, document: string): Diagnostic | null {
  if (text.length > SIZE_LIMIT) {
    const message = `${document} has ${text.length} bytes; at most ${SIZE_LIMIT} are read`;
    return diagnostic('manifest-too-large', message, placeOfFile(path));
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return null;
  return diagnostic(
    'manifest-not-text',
    'a NUL byte: this is not a text file',
    placeOf({ path, text }, span(nul, nul + 1)),
  );
}
