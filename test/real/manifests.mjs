import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { repository } from './arguments.mjs';

/** The manifests for QEMU 5.2 as plain YAML, read without the tool. */
export function qemuManifests() {
  return ['block-backend', 'block', 'block_int'].map((name) => {
    const path = join(repository, 'manifests/qemu/5.2', `${name}.yaml`);
    const yaml = parse(readFileSync(path, 'utf8'));
    return { name, path, header: yaml.header, shared: yaml.shared, parts: partsOf(yaml), yaml };
  });
}

/** Function -> part, of every prototype. */
export function partOfFunctions({ yaml }) {
  const entries = Object.entries(yaml.prototypes).map(([name, entry]) => [name, partOfEntry(entry)]);
  return new Map(entries);
}

/** The part whose assertion a function gets, by name and by file for those that the header does not declare. */
export function assertedFunctions({ yaml, parts }) {
  const asserts = new Map(parts.map((part) => [part.name, part.assert]));
  const declared = Object.entries(yaml.prototypes)
    .filter(([, entry]) => typeof entry === 'string' || entry?.assert !== false)
    .map(([name, entry]) => ({ name, file: null, part: partOfEntry(entry) }));
  const others = Object.entries(yaml.functions ?? {}).flatMap(([file, functions]) =>
    Object.entries(functions).map(([name, part]) => ({ name, file, part })),
  );
  return [...declared, ...others].flatMap((one) => {
    const assert = asserts.get(one.part);
    return assert ? [{ ...one, assert: assert.trim() }] : [];
  });
}

function partOfEntry(entry) {
  return typeof entry === 'string' ? entry : entry?.part;
}

function partsOf({ header, parts }) {
  const stem = basename(header, '.h');
  const fileOf = (name, part) =>
    part?.into ? fileOf(part.into, parts[part.into]) : (part?.file ?? join(dirname(header), `${stem}-${name}.h`));
  return Object.entries(parts).map(([name, part]) => ({
    name,
    file: fileOf(name, part),
    banner: part?.banner ?? null,
    assert: part?.assert ?? null,
  }));
}

/** Each of the three manifests, and all of them together. */
export function configurations() {
  const all = qemuManifests();
  const single = all.map((manifest) => ({ title: manifest.header, manifests: [manifest], paths: [manifest.path] }));
  return [...single, { title: 'all three', manifests: all, paths: all.map(({ path }) => path) }];
}
