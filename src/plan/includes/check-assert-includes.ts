import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { placeOfName } from '../assign.ts';
import { functionNames } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { includeChain } from './include-graph.ts';

/** A part file whose own inline functions are asserted includes `assert_include`, which must not lead back to it. */
export function checkAssertIncludes(header: Header, manifest: Manifest, { graph }: TreeFacts): readonly Diagnostic[] {
  return manifest.parts.flatMap((part) => {
    if (part.assert === null || part.assertInclude === null) return [];
    const inline = header.items.flatMap((item) => {
      const hasBody = item.content.kind === 'declaration' && item.content.declaration.body !== null;
      const name = functionNames(item).find((one) => {
        const entry = manifest.prototypes.get(one);
        return entry?.part === part.name && entry.assert;
      });
      return hasBody && name !== undefined ? [{ item, name }] : [];
    });
    const [first] = inline;
    const file = graph.resolve(part.file, { form: 'quote', path: part.assertInclude });
    const chain = file === null ? null : includeChain(graph, file, header.source.path);
    if (!first || chain === null) return [];
    const route = [part.file, ...chain, part.file].join(' -> ');
    const declared = {
      place: placeOfName(header, first.item, first.name),
      label: 'an inline function that is asserted',
    };
    const finding = diagnostic(
      'include-cycle',
      `'${part.name}' would include itself for its assertions: ${route}`,
      placeOf(manifest.source, part.span),
      declared,
    );
    const names = inline.map(({ name }) => `'${name}'`).join(', ');
    return [
      withNext(
        finding,
        `Write 'assert: false' for ${names}, or name an 'assert_include' that does not include the header.`,
      ),
    ];
  });
}
