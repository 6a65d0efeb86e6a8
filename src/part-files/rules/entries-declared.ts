import type { Code } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { includedPath } from '../../plan/assign.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { nearestNames } from '../../text/nearest-name.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: what the manifest assigns stands in a file of the split. An entry whose part has no file is not asked for. */
export function checkEntries({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const headers = [...parts.values(), wrapper];
  const functions = new Set(headers.flatMap(({ items }) => items.flatMap(functionNames)));
  const others = new Set(headers.flatMap(({ items }) => items.flatMap(otherNames)));
  const included = new Set(headers.flatMap(({ items }) => items.flatMap(includedPath)));
  const hasFile = (part: string | null): boolean => part === null || parts.has(fileOfPart(manifest, part));
  const nearUnlisted = nearestNames([...functions].filter((name) => !manifest.prototypes.has(name)));
  const [nearOther, nearPath] = [nearestNames(others), nearestNames(included)];

  const prototypes = [...manifest.prototypes].flatMap(([name, { span, part }]) => {
    if (functions.has(name) || !hasFile(part)) return [];
    const message = `no file of the split declares '${name}'`;
    if (!others.has(name)) return [absent('prototype-unknown', message, manifest, span, nearUnlisted(name))];
    const next = `'${name}' is declared, but not as a function: move the line to 'declarations', or remove it.`;
    return [withNext(diagnostic('prototype-unknown', message, placeOf(manifest.source, span)), next)];
  });
  const declarations = [...manifest.declarations].flatMap(([name, { span, value }]) => {
    if (others.has(name) || !hasFile(value)) return [];
    const message = `no file of the split declares '${name}'`;
    if (!functions.has(name)) return [absent('declaration-unknown', message, manifest, span, nearOther(name))];
    const next = `'${name}' is a function: move the line to 'prototypes'.`;
    return [withNext(diagnostic('declaration-unknown', message, placeOf(manifest.source, span)), next)];
  });
  const includes = [...manifest.includes].flatMap(([path, { span, value }]) => {
    const isGone = value === 'drop' || (value !== 'wrapper' && !hasFile(value));
    if (included.has(path) || isGone) return [];
    const message = `no file of the split includes '${path}'`;
    return [absent('include-unknown', message, manifest, span, nearPath(path))];
  });
  // A bracket around nothing has no copy in a part file, so an entry under `brackets` is not asked for.
  return [...prototypes, ...declarations, ...includes];
}

function absent(code: Code, message: string, manifest: Manifest, span: Span, near: string | null): Diagnostic {
  const finding = diagnostic(code, message, placeOf(manifest.source, span));
  const remove = code === 'prototype-unknown' ? 'run `header-split sync`, which removes the line' : 'remove the line';
  const verb = code === 'include-unknown' ? 'include' : 'declare';
  return near === null
    ? withNext(finding, `${remove.charAt(0).toUpperCase()}${remove.slice(1)}, or ${verb} it again.`)
    : withNext(finding, `Did you mean '${near}'? Otherwise ${remove}.`);
}
