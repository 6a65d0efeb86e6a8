// Writes schema/manifest.schema.json, the JSON Schema that editors use to complete and check manifests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { manifestJsonSchema } from '../dist/manifest/json-schema.js';

const file = new URL('../schema/manifest.schema.json', import.meta.url);

mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
