import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { knownMarks } from '../plan/brackets/known-marks.ts';
import { lookUpMacros } from '../plan/names/known-macros.ts';
import { macrosToExplain } from '../plan/names/unseen-annotations.ts';
import type { TreeFacts } from '../plan/tree-facts.ts';
import type { Tree } from '../text/tree.ts';

export type ExplainedHeader = { readonly header: Header; readonly options: HeaderOptions };

/** A header read with the annotations, types and brackets that the files it includes define, and these options. */
export function explainHeader(
  tree: Tree,
  manifest: Manifest,
  firstReading: Header,
  { graph }: Pick<TreeFacts, 'graph'>,
): ExplainedHeader {
  const { annotations, types, bodies } = lookUpMacros(
    tree,
    graph,
    { header: firstReading.source.path, prelude: manifest.prelude },
    macrosToExplain(firstReading),
  );
  const marks = knownMarks({ tree, graph, prelude: manifest.prelude }, [firstReading.source]);
  const options = {
    annotations: [...manifest.annotations, ...annotations],
    types: [...types],
    bodies: [...bodies],
    brackets: [...marks, ...manifest.brackets],
  };
  const isExplained = [annotations, types, bodies].every(({ size }) => size === 0) && marks.length === 0;
  return { header: isExplained ? firstReading : parseHeader(firstReading.source, options), options };
}
