import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { commitAll, killsOf } from '../kills.mjs';
import { qemuManifests } from '../manifests.mjs';
import { mustHeaderSplit } from '../processes.mjs';
import { newRandom } from '../random.mjs';
import { reassignSome } from './manifest-edits.mjs';

const SEED = 32;
/** Of the three, so that one run is short. */
const HEADER = 'block';
const REASSIGNED = 10;

/**
 * `regenerate`, killed at random moments. The manifest is tracked in the tree; functions are reassigned and a part file
 * is renamed, so that files are changed, made and removed.
 */
export async function killedRegenerate(test) {
  const { before } = test.context;
  const manifests = qemuManifests().filter(({ name }) => name === HEADER);
  const write = (tree, edit) => {
    for (const { name, yaml } of manifests) writeFileSync(join(tree, `${name}.yaml`), stringify(edit(yaml)));
  };
  const paths = (tree) => manifests.map(({ name }) => join(tree, `${name}.yaml`));
  await killsOf('regenerate', {
    ...test,
    manifests: paths,
    commitTree: (tree) => {
      write(tree, (yaml) => yaml);
      mustHeaderSplit(test.context, ['apply', '-C', tree, ...paths(tree)]);
      commitAll(tree, 'Split');
    },
    prepare: (tree) => write(tree, (yaml) => edited(yaml, readFileSync(join(before, yaml.header), 'latin1'))),
  });
}

function edited(yaml, header) {
  const { yaml: changed } = reassignSome(yaml, header, REASSIGNED, newRandom(SEED));
  changed.parts.graph.file = yaml.header.replace(/\.h$/, '-main.h');
  return changed;
}
