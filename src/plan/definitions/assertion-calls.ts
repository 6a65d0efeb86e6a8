import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { FilesNaming } from '../../text/tree.ts';

/** Functions and macros that the assertions of a manifest call, C's own `assert` left out. */
export function assertionCalls({ parts }: Manifest): readonly string[] {
  return [...new Set(parts.flatMap(({ assert }) => callsIn(assert ?? '')))];
}

/** A finding for each of them that no C file of the tree names: inserted, the assertion would not compile. */
export function unknownCalls(manifest: Manifest, naming: FilesNaming): readonly Diagnostic[] {
  const known = new Set([...naming.values()].flat());
  return manifest.parts.flatMap((part) => {
    const missing = callsIn(part.assert ?? '').filter((name) => !known.has(name));
    return missing.map((name) => {
      const message = `nothing in the tree names '${displayText(name)}', which the assertion of part '${part.name}' calls`;
      return diagnostic('assert-unknown', message, placeOf(manifest.source, part.span));
    });
  });
}

function callsIn(statement: string): readonly string[] {
  const names = [...statement.matchAll(/([A-Za-z_]\w*)[ \t]*\(/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'assert' && !isKeyword(name));
}
