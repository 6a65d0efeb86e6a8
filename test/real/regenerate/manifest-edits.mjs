// Random edits of a manifest, as plain YAML values. Each takes a copy that it may change and says what it did, or
// returns null where it does not fit. Not every edit makes a split that can be carried out.

/** Kind of edit -> how often it is drawn, and how it is made. */
const KINDS = {
  reassign: { weight: 8, edit: reassign },
  'rename part': { weight: 2, edit: renamePart },
  'rename file': { weight: 2, edit: renameFile },
  'change guard': { weight: 1, edit: changeGuard },
  'change assertion': { weight: 3, edit: changeAssertion },
  'change banner': { weight: 2, edit: changeBanner },
  'move declaration': { weight: 3, edit: moveDeclaration },
  'change placement': { weight: 1, edit: changePlacement },
  'add part': { weight: 2, edit: addPart },
  'merge part': { weight: 1, edit: mergePart },
  'change into': { weight: 1, edit: changeInto },
};

const DRAWN = Object.entries(KINDS).flatMap(([kind, { weight }]) => Array(weight).fill(kind));
const MOST_PARTS = 8;
const FEWEST_PARTS = 3;

/**
 * One edit. `declared` are the names of the header's macros and types.
 * Returns { kind, what, yaml }, and for `reassign` the function's name and its parts before and after.
 */
export function drawEdit(yaml, declared, random) {
  for (;;) {
    const kind = random.one(DRAWN);
    const changed = structuredClone(yaml);
    const done = KINDS[kind].edit(changed, random, declared);
    if (done !== null) return { kind, yaml: changed, ...done };
  }
}

/**
 * A manifest with some functions in other parts: { yaml, moved }, each of `moved` as { name, from, to }. They are such
 * that `text`, the header or its part files, names once and not as inline: what these call would have to move along.
 */
export function reassignSome(yaml, text, count, random) {
  const isMovable = (name) =>
    text.split(new RegExp(String.raw`\b${name}\b`)).length === 2 &&
    !new RegExp(String.raw`\bstatic inline[^;{}()]*\b${name}\(`).test(text);
  const changed = structuredClone(yaml);
  const moved = random.some(Object.keys(yaml.prototypes).filter(isMovable), count).map((name) => {
    const from = partOf(yaml.prototypes[name]);
    const to = random.one(Object.keys(yaml.parts).filter((part) => part !== from));
    assign(changed.prototypes, name, to);
    return { name, from, to };
  });
  return { yaml: changed, moved };
}

export function partOf(entry) {
  return typeof entry === 'string' ? entry : entry.part;
}

/** The file of a part, by its own name or where it goes. */
export function fileOf({ header, parts }, name) {
  const part = parts[name];
  if (part.into !== undefined) return fileOf({ header, parts }, part.into);
  return part.file ?? header.replace(/\.h$/, `-${name}.h`);
}

function reassign(yaml, random) {
  const name = random.one(Object.keys(yaml.prototypes));
  const from = partOf(yaml.prototypes[name]);
  const to = random.one(Object.keys(yaml.parts).filter((part) => part !== from));
  assign(yaml.prototypes, name, to);
  return { what: `${name} from ${from} to ${to}`, name, from, to };
}

function renamePart(yaml, random) {
  const old = random.one(Object.keys(yaml.parts));
  const name = newWord(yaml, random);
  replacePart(yaml, old, name);
  yaml.parts = Object.fromEntries(Object.entries(yaml.parts).map(([key, part]) => [key === old ? name : key, part]));
  return { what: `${old} is ${name} now` };
}

function renameFile(yaml, random) {
  const name = random.one(Object.keys(yaml.parts).filter((part) => yaml.parts[part].into === undefined));
  const folder = random.one(['include/block', 'include/block', 'include/block', 'include/sysemu']);
  yaml.parts[name].file = `${folder}/block-${newWord(yaml, random)}.h`;
  return { what: `${name} in ${yaml.parts[name].file}` };
}

function changeGuard(yaml, random) {
  const name = random.one(Object.keys(yaml.parts).filter((part) => yaml.parts[part].into === undefined));
  yaml.parts[name].guard = `BLOCK_${newWord(yaml, random).toUpperCase()}_H`;
  return { what: `${name} guarded by ${yaml.parts[name].guard}` };
}

function changeAssertion(yaml, random) {
  const name = random.one(Object.keys(yaml.parts));
  setAssertion(yaml.parts[name], random);
  return { what: `${name} asserts ${yaml.parts[name].assert}, with ${yaml.parts[name].assert_include}` };
}

function changeBanner(yaml, random) {
  const name = random.one([...Object.keys(yaml.parts), null]);
  const part = name === null ? yaml.wrapper : yaml.parts[name];
  part.banner = bannerOf(random);
  return { what: `${name ?? 'wrapper'} has a banner of ${part.banner.split('\n').length - 1} lines` };
}

function moveDeclaration(yaml, random, declared) {
  const name = random.one(declared);
  const part = random.one(Object.keys(yaml.parts));
  yaml.declarations ??= {};
  if (yaml.declarations[name] === part) return null;
  if (part === yaml.shared) delete yaml.declarations[name];
  else yaml.declarations[name] = part;
  return { what: `${name} to ${part}` };
}

function changePlacement(yaml) {
  yaml.placement = yaml.placement === 'first' ? 'after-declarations' : 'first';
  return { what: yaml.placement };
}

function addPart(yaml, random) {
  if (Object.keys(yaml.parts).length >= MOST_PARTS) return null;
  const name = newWord(yaml, random);
  const part = { banner: bannerOf(random) };
  setAssertion(part, random);
  const parts = Object.entries(yaml.parts);
  parts.splice(random.below(parts.length + 1), 0, [name, part]);
  yaml.parts = Object.fromEntries(parts);
  const moved = random.some(Object.keys(yaml.prototypes), 1 + random.below(9));
  for (const one of moved) assign(yaml.prototypes, one, name);
  return { what: `${name} with ${moved.join(', ')}` };
}

function mergePart(yaml, random) {
  const names = Object.keys(yaml.parts);
  if (names.length <= FEWEST_PARTS) return null;
  const gone = random.one(names.filter((name) => name !== yaml.shared));
  const into = random.one(names.filter((name) => name !== gone && yaml.parts[name].into !== gone));
  if (into === undefined || names.some((name) => name !== into && yaml.parts[name].into === gone)) return null;
  replacePart(yaml, gone, into);
  delete yaml.parts[gone];
  return { what: `${gone} into ${into}` };
}

function changeInto(yaml, random) {
  const { parts } = yaml;
  const name = random.one(Object.keys(parts).filter((part) => part !== yaml.shared));
  if (parts[name].into !== undefined) {
    delete parts[name].into;
    return { what: `${name} has a file of its own` };
  }
  const into = random.one(Object.keys(parts).filter((part) => part !== name && parts[part].into === undefined));
  if (Object.values(parts).some((part) => part.into === name)) return null;
  delete parts[name].file;
  delete parts[name].guard;
  parts[name].into = into;
  return { what: `${name} in the file of ${into}` };
}

function assign(entries, name, part) {
  if (typeof entries[name] === 'string') entries[name] = part;
  else entries[name].part = part;
}

/** Every line that speaks of one part speaks of the other. */
function replacePart(yaml, old, name) {
  const renamed = (part) => (part === old ? name : part);
  yaml.shared = renamed(yaml.shared);
  for (const one of Object.keys(yaml.prototypes)) assign(yaml.prototypes, one, renamed(partOf(yaml.prototypes[one])));
  for (const entries of [yaml.declarations ?? {}, yaml.includes ?? {}, ...Object.values(yaml.functions ?? {})])
    for (const one of Object.keys(entries)) entries[one] = renamed(entries[one]);
  for (const part of Object.values(yaml.parts)) {
    if (part.into !== undefined) part.into = renamed(part.into);
    if (part.may_call !== undefined) part.may_call = [...new Set(part.may_call.map(renamed))];
  }
}

function setAssertion(part, random) {
  delete part.assert;
  delete part.assert_include;
  const assert = random.one(STATEMENTS);
  if (assert === null) return;
  part.assert = assert;
  const include = random.one(['qemu/main-loop.h', 'qemu/main-loop.h', 'qemu/rcu.h', null]);
  if (include !== null) part.assert_include = include;
}

/**
 * None of them stands in QEMU 5.2's block layer: a statement that a person wrote before the split and an edit makes an assertion is
 * replaced in a split from the start, and left alone and noted by `regenerate`.
 */
const STATEMENTS = [
  'g_assert(qemu_mutex_iothread_locked());',
  'g_assert(qemu_in_main_thread());',
  'GLOBAL_STATE_CODE();',
  'IO_CODE();',
  null,
];

function bannerOf(random) {
  const lines = Array.from({ length: 1 + random.below(4) }, () => `These are called ${random.one(WORDS)}-side.`);
  return `${lines.join('\n')}\n`;
}

const WORDS = ['graph', 'state', 'data', 'global', 'thread', 'device', 'driver', 'export', 'job', 'node'];

/** A word that names no part, no file and no guard yet. */
function newWord(yaml, random) {
  const taken = JSON.stringify(yaml.parts).toLowerCase();
  for (;;) {
    const word = `${random.one(WORDS)}${random.below(1000)}`;
    if (!taken.includes(word)) return word;
  }
}
