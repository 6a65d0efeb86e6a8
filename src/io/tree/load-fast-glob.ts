import { createRequire } from 'node:module';
import type fastGlob from 'fast-glob';

/** Loaded when first needed, and synchronously: most trees are listed by git, and a `Tree` answers at once. */
export function loadFastGlob(): typeof fastGlob {
  return createRequire(import.meta.url)('fast-glob');
}
