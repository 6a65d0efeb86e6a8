import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOfFunctions, qemuManifests } from '../manifests.mjs';

/** The manifests' parts are those into which QEMU's maintainers put the functions, where 7.0 still had them. */
export function manifestParts({ context, tally }) {
  if (context.facts === null) return tally.skip('parts of the manifests', "no record of QEMU's split (--facts)");
  const { headers } = JSON.parse(readFileSync(join(context.facts, 'qemu-parts.json'), 'utf8'));
  for (const manifest of qemuManifests()) {
    const theirs = headers[manifest.header]?.prototypes;
    if (!theirs) continue;
    const parts = new Set(manifest.parts.map(({ name }) => name));
    const ours = [...partOfFunctions(manifest)];
    const known = ours.filter(([name]) => Object.hasOwn(theirs, name));
    // A header without a section for what waits counts it as I/O.
    const wanted = (name) => (parts.has(theirs[name]) ? theirs[name] : 'io');
    const differing = known.filter(([name, part]) => part !== wanted(name));
    const unexplained = ours.filter(([name]) => !Object.hasOwn(theirs, name) && !manifest.yaml.prototypes[name]?.why);
    tally.check(
      `parts of ${manifest.name}.yaml`,
      `${known.length} of ${ours.length} functions as QEMU, the others with a reason`,
      [
        ...differing.map(([name, part]) => `${name}: ${part}, in QEMU ${wanted(name)}`),
        ...unexplained.map(([name]) => `${name}: neither in QEMU's split nor with a \`why\``),
      ],
    );
  }
}
