import { type JsonSchema, jsonSchema } from '../json-schema.ts';
import { auditShape } from './audit-shape.ts';

/** The JSON Schema of audit files. It does not know the parts, which stand in the manifests. */
export function auditJsonSchema(): JsonSchema {
  return jsonSchema(auditShape, 'header-split audit', 'By what the calls of a tree are audited.');
}
