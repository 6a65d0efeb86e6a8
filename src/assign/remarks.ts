import type { PrototypeRemark, PrototypeRemarks } from '../manifest/write-prototypes.ts';
import { bytesOfText } from '../text/source-text.ts';
import type { FunctionFacts } from './function-facts.ts';

/**
 * What `init` writes as comments around the functions of a header: sections, and where each is defined.
 *
 * @param leftOut The files that `definitions` leaves out: one of them is named only where no other defines the function.
 */
export function remarksOn(
  facts: readonly FunctionFacts[],
  header: string,
  leftOut: ReadonlySet<string> = new Set(),
): PrototypeRemarks {
  const folder = commonFolder(facts.flatMap(({ files }) => files.filter((file) => file !== header)));
  const remarks = facts.map(({ name, section, files }): [string, PrototypeRemark] => {
    const searched = files.filter((file) => !leftOut.has(file));
    const file = describe([...searched, ...files.filter((one) => leftOut.has(one))], folder, header);
    const isLeftOut = file !== null && searched.length === 0;
    return [
      name,
      { section: section === null ? null : bytesOfText(section), file: isLeftOut ? `${file}, left out` : file },
    ];
  });
  return { of: new Map(remarks), folder: bytesOfText(folder) };
}

/** A line break in a path would end the comment. */
function describe(files: readonly string[], folder: string, header: string): string | null {
  const [first, ...others] = files;
  if (first === undefined || /\p{C}/u.test(first)) return null;
  if (first === header) return 'inline';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return bytesOfText(first.slice(folder.length) + more);
}

/** The longest folder, with its `/`, that all paths begin with. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
