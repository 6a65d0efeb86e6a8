import { chunksOf } from '../c-chunks.mjs';
import { tagsOf } from '../ctags.mjs';
import { partOfFunctions } from '../manifests.mjs';

/** Functions, macros, typedefs, tags, enumerators and variables; anonymous tags have no name to compare by. */
const KINDS = 'pfdegstux';

/** Where universal-ctags finds each function and each other name of a split header, against where the manifest puts it. */
export function misplaced({ manifest, whole, tree, texts, original }) {
  const before = named(tagsOf(original, [manifest.header], KINDS)).filter(({ name }) => name !== guardOf(whole));
  const guards = new Set([...texts.values()].map(guardOf));
  const after = named(tagsOf(tree, [...texts.keys()], KINDS)).filter(({ name }) => !guards.has(name));
  const found = new Map();
  for (const tag of after) found.set(keyOf(tag), [...(found.get(keyOf(tag)) ?? []), sectionOf(tag, manifest, texts)]);
  const first = new Map(before.map((tag) => [keyOf(tag), tag]));
  const wanted = wantedParts(manifest, whole, before);
  const differences = [...first].flatMap(([key, tag]) => {
    const sections = found.get(key) ?? ['nowhere'];
    const right = wanted(tag);
    return sections.every((one) => one === right) ? [] : [`${tag.name}: in ${sections.join(', ')}, wanted ${right}`];
  });
  const added = after.filter((tag) => !first.has(keyOf(tag))).map(({ name, path }) => `${name}: new in ${path}`);
  const functions = [...first.values()].filter(isFunction).length;
  return { functions, others: first.size - functions, differences: [...differences, ...added] };
}

/** A tag's part: of a function its own, of another name that of any name in its unit, else the shared part. */
function wantedParts(manifest, whole, tags) {
  const functions = partOfFunctions(manifest);
  const declarations = new Map(Object.entries(manifest.yaml.declarations ?? {}));
  const lineOf = (offset) => whole.slice(0, offset).split('\n').length;
  const units = chunksOf(whole).map(({ text, start }) => [lineOf(start), lineOf(start + text.length)]);
  return (tag) => {
    if (isFunction(tag)) return functions.get(tag.name);
    const [first, last] = units.find(([start, end]) => start <= tag.line && tag.line <= end) ?? [tag.line, tag.line];
    const together = tags.filter(({ line }) => first <= line && line <= last);
    return together.map(({ name }) => declarations.get(name)).find((part) => part !== undefined) ?? manifest.shared;
  };
}

function named(tags) {
  return tags.filter(({ name }) => !name.startsWith('__anon'));
}

function isFunction({ kind }) {
  return kind === 'prototype' || kind === 'function';
}

function keyOf({ name, kind }) {
  return `${kind} ${name}`;
}

function guardOf(text) {
  return /#\s*ifndef\s+(\w+)/.exec(text)[1];
}

/** The part in whose section a tag stands: the last of its file's parts whose banner begins above it. */
function sectionOf({ path, line }, { parts }, texts) {
  const lines = texts.get(path).split('\n');
  const inFile = parts.filter(({ file }) => file === path);
  const above = inFile.filter(({ banner }) => {
    const start = banner === null ? 0 : lines.findIndex((one) => one.includes(banner.split('\n')[0]));
    return start >= 0 && start < line;
  });
  return (above.at(-1) ?? inFile[0]).name;
}
