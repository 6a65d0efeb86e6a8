import { type JsonSchema, jsonSchema } from '../json-schema.ts';
import { seriesShape } from './series-shape.ts';

/** The JSON Schema of series files. It cannot say that a prerequisite is a mail or a commit, and not both. */
export function seriesJsonSchema(): JsonSchema {
  return jsonSchema(seriesShape, 'header-split series', 'What a patch series consists of, and how it is worded.');
}
