import { assertNever } from '../diagnostics/assert-never.ts';
import { manifestShape } from './shape/manifest-shape.ts';
import type { Key, Shape } from './shape/shape.ts';

export type JsonSchema = { readonly [keyword: string]: Json };

type Json = string | number | boolean | null | readonly Json[] | JsonSchema;

/**
 * The manifest's JSON Schema (draft 2020-12), from the shape that the validator uses. It cannot say what depends on the
 * rest of the manifest, so a part's name is any text.
 */
export function manifestJsonSchema(): JsonSchema {
  return jsonSchema(manifestShape, 'header-split manifest', 'Which part each declaration of a C header goes to.');
}

/** The JSON Schema (draft 2020-12) of a document with a shape. */
export function jsonSchema(shape: Shape, title: string, description: string): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, description, ...schemaOf(shape) };
}

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return shape.rule.pattern === '' ? { type: 'string' } : { type: 'string', pattern: shape.rule.pattern };
    case 'part':
      return { type: 'string' };
    case 'word':
      return { enum: shape.words };
    case 'flag':
      return { type: 'boolean' };
    case 'version':
      return { const: shape.version };
    case 'nothing':
      return { type: 'null' };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of), ...exactly(shape.length) };
    case 'record':
      return recordSchema(shape.keys);
    case 'map':
      return {
        type: 'object',
        ...(shape.mayBeEmpty ? {} : { minProperties: 1 }),
        propertyNames: { pattern: shape.key.pattern },
        additionalProperties: schemaOf(shape.of),
      };
    case 'either':
      return { anyOf: shape.of.map(schemaOf) };
    default:
      return assertNever(shape);
  }
}

function exactly(length: number | null): JsonSchema {
  return length === null ? {} : { minItems: length, maxItems: length };
}

function recordSchema(keys: Readonly<Record<string, Key>>): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, { shape, describe, default: value }] of Object.entries(keys)) {
    properties[name] = {
      description: describe,
      ...schemaOf(shape),
      ...(value === undefined ? {} : { default: value }),
    };
  }
  const required = Object.keys(keys).filter((name) => keys[name]?.required);
  return { type: 'object', additionalProperties: false, ...(required.length > 0 ? { required } : {}), properties };
}
