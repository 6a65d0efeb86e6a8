import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header } from '../../model/header.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { wordPattern } from '../../text/word-pattern.ts';
import { type Placements, partOf } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { filesBrought } from './files-brought.ts';

/**
 * Whether a file that a part includes can only be read with the header's own guard defined ("never include this
 * directly"). The shared part then defines that macro as the header did, and the wrapper gets a guard of its own.
 */
export function partsNeedHeaderGuard(
  header: Header,
  tree: Tree,
  facts: TreeFacts,
  placements: Placements,
): { readonly isNeeded: boolean; readonly findings: readonly Diagnostic[] } {
  if (header.guard.kind !== 'macro') return { isNeeded: false, findings: [] };
  const { name } = header.guard;
  const insists = insistenceOn(name);
  const inParts = header.items.filter(({ index }) => partOf(placements, index) !== null);
  for (const [item, files] of filesBrought(header, facts, inParts)) {
    for (const one of files) {
      if (!facts.naming.get(one)?.includes(name) || !insists(tree.read(one) ?? '')) continue;
      const message = `${one} insists on ${name}: the shared part defines it, and the wrapper gets another guard`;
      const place = placeOf(header.source, item.span);
      return { isNeeded: true, findings: [diagnostic('guard-shared', message, place, { place: placeOfFile(one) })] };
    }
  }
  return { isNeeded: false, findings: [] };
}

/** Whether a text tests that the macro is not defined, with `#error` on the next line. */
function insistenceOn(name: string): (text: string) => boolean {
  const word = new RegExp(`\\b${wordPattern(name)}\\b`);
  return (text) => {
    const lines = text.replaceAll(/\\\r?\n/g, ' ').split('\n');
    return lines.some((line, at) => {
      const [test, kind] = /#[ \t]*(ifndef|if)\b.*/.exec(line) ?? [];
      const from = kind === 'ifndef' ? 0 : (test?.indexOf('!') ?? -1);
      if (test === undefined || from < 0 || !word.test(test.slice(from))) return false;
      return /^[ \t]*#[ \t]*error/.test(lines[at + 1] ?? '');
    });
  };
}
