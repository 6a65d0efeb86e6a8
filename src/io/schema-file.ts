import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The shipped JSON Schema as a manifest in `folder` refers to it: relative where both lie in one project, else absolute. */
export function schemaReference(folder: string): string {
  const file = fileURLToPath(new URL('../../schema/manifest.schema.json', import.meta.url));
  const path = relative(folder, file).split(sep).join('/');
  return path.startsWith('../') ? file.split(sep).join('/') : `./${path}`;
}
