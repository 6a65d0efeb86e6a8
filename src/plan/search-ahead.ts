import type { Manifest } from '../manifest/manifest.ts';
import { baseName } from '../text/file-path.ts';
import { anyFile, type Tree } from '../text/tree.ts';
import { definitionFilesOfAny } from './definitions/searched-files.ts';
import { guardNameBeside } from './guard-names.ts';
import { asserts, isC } from './tree-facts.ts';

/**
 * Asks a tree that remembers its searches at once for all that `treeFacts` will ask for the headers of several
 * manifests. A word that it asks for later and that is missing here costs a search, nothing else.
 */
export function searchAhead(tree: Tree, manifests: readonly Manifest[]): void {
  tree.search([
    { words: distinct(manifests.map(({ header }) => baseName(header.value))), within: anyFile, readsFound: true },
    { words: distinct(manifests.flatMap((manifest) => likelyGuards(tree, manifest))), within: isC },
    {
      words: distinct(manifests.flatMap(({ prototypes }) => [...prototypes.keys()])),
      within: definitionFilesOfAny(manifests.map(({ definitions }) => definitions)),
      readsFound: manifests.some(asserts),
    },
  ]);
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function likelyGuards(tree: Tree, { header, parts }: Manifest): readonly string[] {
  const path = header.value;
  const text = tree.read(path) ?? '';
  // Which of them is the guard only a parser can tell.
  const tested = [...text.matchAll(TESTED)].map(([, name = '']) => name);
  const files = distinct(parts.map(({ file }) => file));
  return [
    ...tested,
    ...[null, ...tested].flatMap((own) => files.map((file) => guardNameBeside(own, path, file, parts))),
  ];
}

const TESTED = /^[ \t]*#[ \t]*if(?:ndef[ \t]+|[ \t]*![ \t]*defined[ \t]*\(?[ \t]*)([A-Za-z_]\w*)/gm;
