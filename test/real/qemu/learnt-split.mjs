import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { tagsOf } from '../ctags.mjs';
import { countStatement, functionBodies } from '../function-bodies.mjs';
import { headerSplit, isInstalled, mustHeaderSplit, mustRun } from '../processes.mjs';

const HEADERS = ['include/sysemu/block-backend.h', 'include/block/block.h', 'include/block/block_int.h'];

/** What the maintainers assert in each part; a function of the common part asserts nothing. */
const STATEMENTS = { 'global-state': 'GLOBAL_STATE_CODE();', io: 'IO_CODE();', io_or_gs: 'IO_OR_GS_CODE();' };

/** The record is of 7.0; QEMU moved these before 7.2. */
const MOVED_SINCE = { bdrv_get_flags: 'io', bdrv_child_get_parent_aio_context: 'io' };

/** What `init --from-split` learns of the split that QEMU's maintainers made, and what `check` then finds in it. */
export function learntSplit({ context, tally, scratch }) {
  for (const header of HEADERS) {
    const path = join(scratch, `${basename(header, '.h')}.yaml`);
    mustHeaderSplit(context, ['init', '--from-split', '-C', context.after, join(context.after, header), '-o', path]);
    const yaml = parse(readFileSync(path, 'utf8'));
    partsByFile({ context, tally, header, yaml });
    partsByRecord({ context, tally, header, yaml });
    const asserted = Object.fromEntries(
      Object.entries(yaml.parts).flatMap(([part, { assert }]) => (assert ? [[part, assert]] : [])),
    );
    tally.check(
      `assertions learnt of ${header}`,
      Object.values(asserted).join(' '),
      JSON.stringify(asserted) === JSON.stringify(STATEMENTS) ? [] : [JSON.stringify(asserted)],
    );
    trueInconsistencies({ context, tally, header, yaml, path });
  }
}

/** Every prototype and inline function that universal-ctags finds has the part of its file and section, and no other. */
function partsByFile({ context, tally, header, yaml }) {
  const name = `parts learnt of ${header}`;
  if (!isInstalled('ctags')) return tally.skip(name, 'universal-ctags is not installed');
  const theirs = new Map(
    ['common', 'global-state', 'io'].flatMap((part) => {
      const path = join(dirname(header), `${basename(header, '.h')}-${part}.h`);
      const sectionLine = lineOf(readFileSync(join(context.after, path), 'latin1'), '"I/O or GS" API functions.');
      return tagsOf(context.after, [path], 'pf').map((tag) => [tag.name, tag.line > sectionLine ? 'io_or_gs' : part]);
    }),
  );
  const ours = yaml.prototypes;
  tally.check(name, `${Object.keys(ours).length} functions, ${theirs.size} by universal-ctags`, [
    ...[...theirs].filter(([one, part]) => ours[one] !== part).map(([one, part]) => `${one}: ${ours[one]}, is ${part}`),
    ...Object.keys(ours).flatMap((one) => (theirs.has(one) ? [] : [`${one}: not found by ctags`])),
  ]);
}

/** From 1; past every line when the text does not hold the words. */
function lineOf(text, words) {
  const at = text.indexOf(words);
  return at < 0 ? Number.POSITIVE_INFINITY : text.slice(0, at).split('\n').length;
}

function partsByRecord({ context, tally, header, yaml }) {
  const name = `parts learnt of ${header}, by QEMU's record`;
  if (context.facts === null) return tally.skip(name, "no record of QEMU's split (--facts)");
  const { headers } = JSON.parse(readFileSync(join(context.facts, 'qemu-parts.json'), 'utf8'));
  const theirs = headers[header]?.prototypes;
  if (!theirs) return tally.skip(name, 'the record does not have this header');
  const known = Object.entries(yaml.prototypes).filter(([one]) => Object.hasOwn(theirs, one));
  const partOf = (one) => MOVED_SINCE[one] ?? theirs[one].replace(/^graph$/, 'global-state');
  const differing = known.filter(([one, part]) => part !== partOf(one));
  tally.check(
    name,
    `${known.length} of ${Object.keys(yaml.prototypes).length} functions known to it`,
    differing.map(([one, part]) => `${one}: ${part}, in QEMU ${partOf(one)}`),
  );
}

/** `check` names those functions whose definitions do not hold just their part's statement, found without the tool. */
function trueInconsistencies({ context, tally, header, yaml, path }) {
  const { stdout } = headerSplit(context, ['check', '-C', context.after, path, '--format', 'json']);
  const named = new Map(
    JSON.parse(stdout)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ message }) => [/^(\w+)\(\)/.exec(message)?.[1] ?? message, message]),
  );
  const sources = mustRun('git', [
    '-C',
    context.after,
    'ls-files',
    ...yaml.definitions.map((glob) => `:(glob)${glob}`),
  ]);
  const inlines = Object.keys(yaml.parts).map((part) => `${header.slice(0, -2)}-${part}.h`);
  const files = [...sources.trim().split('\n'), ...inlines.filter((file) => !file.endsWith('io_or_gs.h'))];
  const found = new Set();
  let definitions = 0;
  for (const file of files) {
    const text = readFileSync(join(context.after, file), 'latin1');
    for (const [name, bodies] of functionBodies(text)) {
      if (!Object.hasOwn(yaml.prototypes, name)) continue;
      const own = STATEMENTS[yaml.prototypes[name]];
      definitions += bodies.length;
      for (const { start, end } of bodies) {
        const held = Object.values(STATEMENTS).filter((one) => countStatement(text.slice(start, end), one) > 0);
        if (held.join() !== (own ?? '')) found.add(name);
      }
    }
  }
  tally.check(`what check finds in ${header}`, `${named.size} functions, of ${definitions} definitions`, [
    ...[...named].filter(([name]) => !found.has(name)).map(([, message]) => `no inconsistency: ${message}`),
    ...[...found].filter((name) => !named.has(name)).map((name) => `${name}: not named`),
  ]);
  for (const message of named.values()) tally.note(message);
}
