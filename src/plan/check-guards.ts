import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { partsIn } from '../manifest/part-lookup.ts';
import type { Header } from '../model/header.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { TreeFacts } from './tree-facts.ts';

/** A part file's guard stands nowhere else in the tree; a file that tests the header's own guard is worth a look. */
export function checkGuards(header: Header, manifest: Manifest, { guards, naming }: TreeFacts): readonly Diagnostic[] {
  if (header.guard.kind === 'once') return [];
  const findings: Diagnostic[] = [];
  const byGuard = new Map<string, string>();
  const filesNaming = filesByWord(naming);
  for (const [file, guard] of guards) {
    const [part] = partsIn(manifest, file);
    const place = part ? placeOf(manifest.source, part.span) : placeOfFile(file);
    const takenBy = filesNaming.get(guard)?.find((path) => path !== file) ?? byGuard.get(guard);
    if (takenBy !== undefined)
      findings.push(
        diagnostic('guard-taken', `the guard ${guard} of ${file} is already used in ${takenBy}`, place, {
          place: placeOfFile(takenBy),
          label: 'here',
        }),
      );
    byGuard.set(guard, file);
  }
  if (header.guard.kind === 'macro') {
    const { name } = header.guard;
    for (const [path, words] of naming) {
      if (path !== header.source.path && words.includes(name) && /\.(?:[ch]|cc|cpp|hpp|inc)$/.test(path)) {
        findings.push(
          diagnostic('guard-tested', `${path} names ${name}, the guard of ${header.source.path}`, placeOfFile(path)),
        );
      }
    }
  }
  return findings;
}

function filesByWord(naming: TreeFacts['naming']): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [path, words] of naming) {
    for (const word of words) {
      const known = files.get(word);
      if (known) known.push(path);
      else files.set(word, [path]);
    }
  }
  return files;
}
