import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurations } from '../manifests.mjs';
import { isInstalled, mustHeaderSplit } from '../processes.mjs';
import { clone, reset } from '../scratch.mjs';
import { conservation } from './conservation.mjs';
import { includeCycles } from './include-cycles.mjs';
import { misplaced } from './misplaced.mjs';
import { wrapperContent } from './wrapper-content.mjs';

/** The part files and wrappers that each manifest, and all three, make: what is in them, and nothing lost on the way. */
export function splitFiles({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'files'));
  const hasCtags = isInstalled('ctags');
  for (const { title, manifests, paths } of configurations()) {
    const before = new Map(manifests.map(({ header }) => [header, readIn(tree, header)]));
    mustHeaderSplit(context, ['apply', '-C', tree, ...paths, '--only', 'headers']);
    for (const manifest of manifests) {
      const where = manifests.length > 1 ? `${manifest.name}.h (all three split)` : `${manifest.name}.h`;
      const files = [...new Set(manifest.parts.map(({ file }) => file))];
      const texts = new Map(files.map((file) => [file, readIn(tree, file)]));
      const whole = before.get(manifest.header);
      const kept = conservation(whole, [...texts]);
      tally.check(
        `conservation in ${where}`,
        `${kept.tokens} tokens in ${kept.units} units, each in one part file, in order`,
        kept.differences,
      );
      const wrapper = wrapperContent({ manifest, whole, text: readIn(tree, manifest.header), tree });
      tally.check(`wrapper of ${where}`, `licence, guard, banner, ${wrapper.includes} includes`, wrapper.differences);
      if (!hasCtags) tally.skip(`parts of ${where}`, 'universal-ctags is not installed');
      else {
        const placed = misplaced({ manifest, whole, tree, texts, original: context.before });
        tally.check(
          `parts of ${where}`,
          `${placed.functions} functions and ${placed.others} other names where the manifest says`,
          placed.differences,
        );
      }
    }
    const parts = manifests.flatMap((manifest) => manifest.parts.map(({ file }) => file));
    const cycles = includeCycles(tree, [...new Set(parts)]);
    tally.check(
      `includes of ${title}`,
      `${cycles.files} files reached from part files, none leads back`,
      cycles.differences,
    );
    reset(tree);
  }
}

function readIn(tree, path) {
  return readFileSync(join(tree, path), 'latin1');
}
