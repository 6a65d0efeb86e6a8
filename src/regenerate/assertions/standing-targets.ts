import type { Manifest } from '../../manifest/manifest.ts';
import { partNamed } from '../../manifest/part-lookup.ts';
import type { StandingFunction } from '../../part-files/split-headers.ts';
import { spanOfName } from '../../plan/assign.ts';
import type { AssertionTarget } from '../../plan/definitions/assertion-target.ts';

/** The functions of split headers whose definitions lie in source files, with the parts that a manifest gives them. */
export function standingTargets(standing: readonly StandingFunction[], manifest: Manifest): readonly AssertionTarget[] {
  const inline = new Set(standing.filter(isDefined).map(({ name }) => name));
  const targets = new Map<string, AssertionTarget>();
  for (const { name, header, item } of standing) {
    const entry = manifest.prototypes.get(name);
    const part = partNamed(manifest, entry?.part);
    if (!entry || !part || inline.has(name) || targets.has(name)) continue;
    targets.set(name, {
      name,
      part,
      assert: entry.assert,
      declaredAt: { source: header.source, span: spanOfName(item, name) },
    });
  }
  return [...targets.values()];
}

function isDefined({ item }: StandingFunction): boolean {
  return item.content.kind === 'declaration' && item.content.declaration.body !== null;
}
