import { killsOf } from '../kills.mjs';
import { qemuManifests } from '../manifests.mjs';

/** `apply` of the three manifests, killed at random moments. */
export async function killedApply(test) {
  const paths = qemuManifests().map(({ path }) => path);
  await killsOf('apply', { ...test, manifests: () => paths, commitTree: () => {}, prepare: () => {} });
}
