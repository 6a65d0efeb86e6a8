// Writes the JSON Schemas that editors use to complete and check manifests, series and audit files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { auditJsonSchema } from '../dist/manifest/audit/json-schema.js';
import { manifestJsonSchema } from '../dist/manifest/json-schema.js';
import { seriesJsonSchema } from '../dist/manifest/series/json-schema.js';

const folder = new URL('../schema/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, schema] of [
  ['manifest', manifestJsonSchema()],
  ['series', seriesJsonSchema()],
  ['audit', auditJsonSchema()],
]) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
