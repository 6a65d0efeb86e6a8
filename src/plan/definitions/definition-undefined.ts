import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { definedFunctions } from '../../model/bodies/definitions.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import { nearestNames } from '../../text/nearest-name.ts';
import { placeOf } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';

/** Law: a function under the manifest's `functions` is defined in the file that it is listed for. */
export function undefinedFunctions(
  tree: Tree,
  manifest: Manifest,
  annotations: Annotations,
  isKnown: (file: string, name: string) => boolean,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const [file, functions] of manifest.functions) {
    const unknown = [...functions].filter(([name]) => !isKnown(file, name));
    if (unknown.length === 0) continue;
    const text = tree.read(file);
    const nearestOf = nearestNames(text === null ? [] : definedFunctions(text, annotations));
    for (const [name, { span }] of unknown) {
      const message =
        text === null ? `${file}, said to define ${name}(), does not exist` : `${file} does not define ${name}()`;
      const finding = diagnostic('function-not-defined', message, placeOf(manifest.source, span));
      const nearest = nearestOf(name);
      findings.push(nearest === null ? finding : withNext(finding, `Did you mean \`${nearest}\`?`));
    }
  }
  return findings;
}
