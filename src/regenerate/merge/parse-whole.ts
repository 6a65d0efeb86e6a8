import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import type { SourceText } from '../../text/source-text.ts';

/** What was read last; the text and the options decide alone, so nothing goes stale. */
let last: { readonly options: string; readonly header: Header } | null = null;

/**
 * A version of a header, read with the annotations and brackets of some manifests. Whether it is whole is asked first, and
 * what it holds after that: it is read once.
 */
export function parseWhole(source: SourceText, manifests: readonly Manifest[]): Header {
  const once = <T>(all: readonly T[]): readonly T[] => [
    ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
  ];
  const options = {
    annotations: once(manifests.flatMap(({ annotations }) => annotations)),
    brackets: once(manifests.flatMap(({ brackets }) => brackets)),
  };
  const spelt = JSON.stringify(options);
  const known = last?.header.source;
  if (last !== null && last.options === spelt && known?.path === source.path && known.text === source.text)
    return last.header;
  const header = parseHeader(source, options);
  last = { options: spelt, header };
  return header;
}
