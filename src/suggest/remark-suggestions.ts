import { sameContent } from '../manifest/edit/changed-manifest.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseManifest } from '../manifest/parse-manifest.ts';
import { bytesOfText } from '../text/source-text.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { Suggestion } from './suggest-parts.ts';
import { mainReasonOf } from './suggestion-words.ts';

/**
 * A manifest in which each entry that a suggestion filled says so in a comment at the end of its line:
 * `blk_open: graph # suggested: calls blk_new (graph) block.c:12`. An entry that shares its line with others, as in
 * flow style, gets none.
 */
export function remarkSuggestions(manifest: Manifest, suggestions: readonly Suggestion[]): Manifest {
  const { source, prototypes } = manifest;
  const edits = suggestions.flatMap((one): readonly TextEdit[] => {
    const entry = prototypes.get(one.name);
    const end = entry ? endOfEntry(source.text, entry.span.start) : null;
    if (end === null) return [];
    const { at, hasComment } = end;
    const insert = `${hasComment ? '; ' : ' # '}suggested: ${plain(mainReasonOf(one))}`;
    return [{ span: { start: at, end: at }, insert }];
  });
  const text = applyEdits(source.text, edits);
  const { manifest: remarked } = parseManifest({ path: source.path, text });
  if (remarked === null || !sameContent(remarked, manifest)) throw new Error('comments changed a manifest');
  return remarked;
}

/** Where the line of an entry ends, white space left out; null where the line holds more than one entry. */
function endOfEntry(text: string, start: number): { readonly at: number; readonly hasComment: boolean } | null {
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const entry = /^(?:[\w$]+|"[^"\\]*"|'[^']*')\s*:\s*(?:[\w-]+|"[^"\\]*"|'[^']*')[ \t]*(#.*)?$/.exec(line);
  return entry ? { at: start + line.trimEnd().length, hasComment: entry[1] !== undefined } : null;
}

/** What a YAML comment can hold: names and paths come from a tree. */
function plain(text: string): string {
  return bytesOfText(text.replaceAll(/[^ -~]/g, '?'));
}
