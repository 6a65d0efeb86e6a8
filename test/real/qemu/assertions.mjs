import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areDeclarations, countStatement, functionBodies, surroundings } from '../function-bodies.mjs';
import { assertedFunctions, partOfFunctions, qemuManifests } from '../manifests.mjs';
import { mustHeaderSplit, mustRun } from '../processes.mjs';
import { clone } from '../scratch.mjs';

const MACROS = ['GLOBAL_STATE_CODE', 'IO_CODE', 'IO_OR_GS_CODE'];

/** Every function whose part asserts is asserted exactly once, and where QEMU's maintainers did it or with a reason. */
export function assertions({ context, tally, scratch }) {
  const manifests = qemuManifests();
  const tree = clone(context.before, join(scratch, 'assertions'));
  mustHeaderSplit(context, ['apply', '-C', tree, ...manifests.map(({ path }) => path)]);
  const wanted = manifests.flatMap(assertedFunctions);
  exactlyOnce({ tally, tree, wanted });
  if (context.facts === null) return tally.skip('places of assertions', "no record of QEMU's assertions (--facts)");
  const facts = JSON.parse(readFileSync(join(context.facts, 'qemu-asserts.json'), 'utf8')).assertions;
  const parts = new Map(manifests.flatMap((manifest) => [...partOfFunctions(manifest)]));
  placesAsQemu({ context, tally, tree, wanted: new Map(wanted.map((one) => [one.name, one])), facts, parts });
}

/** Counts the statement in the body of each definition in the changed files, and over the whole files. */
function exactlyOnce({ tally, tree, wanted }) {
  const changed = mustRun('git', ['-C', tree, 'diff', '--name-only', '--', '*.c']).trim().split('\n');
  const asserts = [...new Set(wanted.map(({ assert }) => assert))];
  const names = new Map(wanted.map((one) => [one.name, one]));
  const differences = [];
  const late = [];
  const asserted = new Set();
  let added = 0;
  for (const path of changed) {
    const text = readFileSync(join(tree, path), 'latin1');
    const before = mustRun('git', ['-C', tree, 'show', `HEAD:${path}`]);
    for (const assert of asserts) added += countStatement(text, assert) - countStatement(before, assert);
    for (const [name, bodies] of functionBodies(text)) {
      const one = names.get(name);
      if (!one) continue;
      for (const body of bodies) {
        const count = countStatement(text.slice(body.start, body.end), one.assert);
        if (count !== 1) differences.push(`${path}: ${name} holds it ${count} times`);
        else asserted.add(`${path} ${name}`);
        const place = surroundings(text, body, one.assert);
        if (place !== null && !areDeclarations(place.before)) late.push(`${path}: ${name}`);
      }
    }
  }
  const without = [...names.keys()].filter((name) => ![...asserted].some((one) => one.endsWith(` ${name}`)));
  if (added !== asserted.size) differences.push(`${added} statements were added, ${asserted.size} functions hold one`);
  tally.check(
    'asserted exactly once',
    `${asserted.size} definitions in ${changed.length} files, of ${names.size} functions`,
    differences,
  );
  tally.check('asserted before any other statement', `${asserted.size - late.length} definitions`, late);
  const defined = without.filter((name) => definitionElsewhere(tree, name) !== '');
  tally.check(
    'functions left without assertion',
    `${without.length - defined.length} that 5.2 does not define: ${without.join(', ') || 'none'}`,
    defined.map((name) => `${name} is defined in ${definitionElsewhere(tree, name)}`),
  );
}

/** The files, stubs and tests apart, that define a function. */
function definitionElsewhere(tree, name) {
  const files = mustRun('sh', ['-c', 'git -C "$0" grep -lwF -e "$1" -- "*.c" ":!stubs" ":!tests" || true', tree, name]);
  return files
    .split('\n')
    .filter((path) => path !== '' && functionBodies(readFileSync(join(tree, path), 'latin1')).has(name))
    .join(', ');
}

function placesAsQemu({ context, tally, tree, wanted, facts, parts }) {
  const groups = new Map();
  const put = (reason, name) => groups.set(reason, [...(groups.get(reason) ?? []), name]);
  const unexplained = [];
  let same = 0;
  for (const { file, function: name, macro, placement } of facts) {
    const [old, ours, theirs] = [context.before, tree, context.after].map((root) => bodyIn(root, file, name));
    const target = wanted.get(name);
    if (!old) put('not in this file in 5.2', name);
    else if (!target) put(notAsserted(macro, parts.get(name)), name);
    else if (macro !== 'GLOBAL_STATE_CODE') put(`asserted here, ${macro} in QEMU`, name);
    else {
      const [mine, other] = [surroundings(ours.text, ours.body, target.assert), theirs && assertedThere(theirs)];
      const compared = mine ? comparePlaces(mine, other, placement) : 'not asserted once';
      if (compared === 'same') same++;
      else if (compared === 'not asserted once' || compared === 'elsewhere')
        unexplained.push(
          `${file} ${name}: ${compared}; ours behind: ${(mine?.before ?? []).join(' ').slice(-100)}; theirs behind: ${(other?.before ?? []).join(' ').slice(-100)}`,
        );
      else put(`asserted, ${compared}`, name);
    }
  }
  const compared =
    same +
    unexplained.length +
    [...groups].filter(([reason]) => reason.startsWith('asserted')).reduce((sum, [, names]) => sum + names.length, 0);
  tally.check(
    'places of assertions',
    `${same} of ${compared} at QEMU's statement, ${compared - same} with a reason; ${facts.length} functions asserted by QEMU`,
    unexplained,
  );
  for (const [reason, names] of groups)
    tally.note(`  ${names.length} ${reason}${reason.includes('IO_') ? '' : `: ${names.join(', ')}`}`);
}

/** 7.2 asserts some functions as another kind than QEMU did at first; the place is to be compared all the same. */
function assertedThere({ text, body }) {
  const found = MACROS.map((macro) => surroundings(text, body, `${macro}();`));
  return found.find((one) => one !== null) ?? null;
}

function notAsserted(macro, part) {
  return part === undefined
    ? `${macro} in QEMU, not declared by the three headers`
    : `${macro} in QEMU, of part ${part}, which does not assert`;
}

/** `same`, or the reason why it is not, or `elsewhere` when there is none. */
function comparePlaces(mine, other, placement) {
  if (!areDeclarations(mine.before)) return 'elsewhere';
  if (placement === 'after-other-assert') return 'QEMU put it behind another assertion';
  if (placement === 'after-statements') return 'QEMU put it behind other statements';
  if (other === null) return 'no longer in this file in 7.2; QEMU had it behind the declarations';
  const [ours, theirs] = [mine.before.join(' '), other.before.join(' ')];
  if (ours === theirs) return 'same';
  if (startsAlike(mine.after, other.after)) return 'same';
  if (ours.startsWith(theirs) && areDeclarations(mine.before.slice(other.before.length)))
    return 'QEMU put it between declarations';
  return areDeclarations(other.before)
    ? 'behind the declarations in both, and these differ between the releases'
    : 'elsewhere';
}

/** The same statement follows. */
function startsAlike(one, other) {
  const count = Math.min(12, one.indexOf(';') + 1 || 12);
  return one.slice(0, count).join(' ') === other.slice(0, count).join(' ');
}

function bodyIn(root, file, name) {
  const path = join(root, file);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'latin1');
  const [body] = functionBodies(text).get(name) ?? [];
  return body ? { text, body } : null;
}
