import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A shipped JSON Schema as a file in `folder` refers to it: relative where both lie in one project, else absolute. */
export function schemaReference(folder: string, schema: 'manifest' | 'series' | 'audit' = 'manifest'): string {
  const file = fileURLToPath(new URL(`../../schema/${schema}.schema.json`, import.meta.url));
  const path = relative(folder, file).split(sep).join('/');
  return path.startsWith('../') ? file.split(sep).join('/') : `./${path}`;
}
