// What `verify` of a split costs beside ninja, which compiles the same units twice with the same options, in seconds of CPU.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureOnce } from './measure.mjs';

/** Of the CPU that ninja takes. */
const MOST = 1.15;
const ROUNDS = 5;

/** @param database A directory with a compile_commands.json whose entries have a `command`. */
export function verifyLines({ tree, database, manifest, folder, tool }) {
  const said = join(folder, 'verify.json');
  const state = join(folder, 'state');
  const words = ['verify', resolve(manifest), '-p', resolve(database), '--state', state, '--format', 'json'];
  const proved = () => {
    rmSync(state, { recursive: true, force: true });
    return measureOnce({ argv: ['sh', '-c', 'exec "$@" >"$0"', said, ...tool, ...words], cwd: tree }).cpu;
  };
  const first = proved();
  const { patches, compiled } = JSON.parse(readFileSync(said, 'utf8'));
  const [split, ...others] = patches;
  if (others.length > 0) return ['verify: give a manifest without assertions, whose only patch splits the header'];
  const file = writeNinja(folder, database, new Set(split.units.map((unit) => unit.file)), tree);
  const built = () => {
    rmSync(join(folder, 'objects'), { recursive: true, force: true });
    mkdirSync(join(folder, 'objects'));
    return measureOnce({ argv: ['ninja', '-k', '0', '-f', file], cwd: folder }).cpu;
  };
  const rounds = Array.from({ length: ROUNDS }, (_, at) => {
    const [ours, theirs] = [at === 0 ? first : proved(), built() + built()];
    return { ours, theirs, ratio: ours / theirs };
  }).sort((a, b) => a.ratio - b.ratio);
  const { ours, theirs, ratio } = rounds[ROUNDS >> 1];
  const [least, most] = [rounds[0].ratio.toFixed(2), rounds[ROUNDS - 1].ratio.toFixed(2)];
  const same = split.units.filter(({ verdict }) => verdict === 'identical').length;
  return [
    `verify, ${split.units.length} units (${same} identical at once, ${compiled} compilations), median of ${ROUNDS} rounds: ${ours.toFixed(1)} s CPU, ninja twice ${theirs.toFixed(1)} s: ${ratio.toFixed(2)} (${least} to ${most}, at most ${MOST}) ${ratio <= MOST ? 'holds' : 'MISSED'}`,
  ];
}

/** A build.ninja of the recorded commands of some units, each with its object in a directory of ours. */
function writeNinja(folder, database, units, tree) {
  const entries = JSON.parse(readFileSync(join(database, 'compile_commands.json'), 'utf8'));
  const edges = entries
    .filter((entry) => units.has(resolve(entry.directory, entry.file).slice(resolve(tree).length + 1)))
    .map(({ directory, command }, at) => {
      const plain = command.replace(/ -(?:o|MF|MQ|MT) *\S+| -MM?D\b| -MP\b|-Wp,-MM?D,\S+/g, '');
      const escaped = plain.replaceAll('$', '$$$$');
      return `build objects/${at}.o: cc\n  dir = ${directory}\n  words = ${escaped}\n`;
    });
  const file = join(folder, 'units.ninja');
  const out = join(folder, '$out');
  writeFileSync(file, `rule cc\n  command = cd $dir && $words -o ${out}\n${edges.join('')}`);
  return file;
}
