import type { Header } from './header.ts';
import { parseHeader } from './lower-header.ts';

/**
 * A `parseHeader` that gives back what it made of a file last, as long as text and options are the same. For a tree that
 * is read again after changes of other files.
 */
export function rememberParses(): typeof parseHeader {
  const known = new Map<string, { readonly options: string; readonly header: Header }>();
  return (source, options = { annotations: [], brackets: [] }) => {
    const key = JSON.stringify(options);
    const last = known.get(source.path);
    if (last?.options === key && last.header.source.text === source.text) return last.header;
    const header = parseHeader(source, options);
    known.set(source.path, { options: key, header });
    return header;
  };
}
