import type { Manifest } from '../manifest/manifest.ts';
import { baseName } from '../text/file-path.ts';
import { anyFile, type Tree } from '../text/tree.ts';
import { assertionCalls } from './definitions/assertion-calls.ts';
import { guardNameBeside } from './guard-names.ts';

/**
 * Asks a tree that remembers its searches at once for all that `treeFacts` will ask for the headers of several
 * manifests. A word that it asks for later and that is missing here costs a search, nothing else.
 */
export function searchAhead(tree: Tree, manifests: readonly Manifest[]): void {
  const words = new Set(manifests.flatMap((manifest) => likelyWords(tree, manifest)));
  tree.search([{ words: [...words], within: anyFile }]);
}

function likelyWords(tree: Tree, manifest: Manifest): readonly string[] {
  const { parts, prototypes } = manifest;
  const path = manifest.header.value;
  const text = tree.read(path) ?? '';
  // Which of them is the guard only a parser can tell.
  const tested = [...text.matchAll(TESTED)].map(([, name = '']) => name);
  const files = [...new Set(parts.map(({ file }) => file))];
  const guards = [null, ...tested].flatMap((own) => files.map((file) => guardNameBeside(own, path, file, parts)));
  return [baseName(path), ...new Set(tested), ...guards, ...prototypes.keys(), ...assertionCalls(manifest)];
}

const TESTED = /^[ \t]*#[ \t]*if(?:ndef[ \t]+|[ \t]*![ \t]*defined[ \t]*\(?[ \t]*)([A-Za-z_]\w*)/gm;
