import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { qemuManifests } from '../manifests.mjs';
import { newRandom } from '../random.mjs';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const KNOWN = 10;

/** Percent, of all runs together. `leaning` counts also what is ahead where the evidence does not decide. */
const LIMITS = { few: { answered: 25, precision: 95, leaning: 75 }, third: { answered: 40, precision: 92 } };

/** What a few entries can teach: the others have some twenty functions each. */
const TAUGHT = ['graph', 'io'];

/** What `suggest` says of QEMU's functions from ten entries of the manifests, and from two headers of the third. */
export async function suggestions({ context, tally }) {
  const ask = await askerOf(context);
  const all = ask.manifests.flatMap(({ prototypes }) =>
    [...prototypes].flatMap(([name, { part }]) => (part ? [name] : [])),
  );
  const few = SEEDS.map((seed) => new Set(newRandom(seed).some(all, KNOWN))).map((known) =>
    ask((name) => known.has(name)),
  );
  const third = ask.manifests.map((hidden) => ask((_, manifest) => manifest !== hidden));
  tell(tally, `suggestions from ${KNOWN} entries`, sumOf(few), LIMITS.few);
  tell(tally, 'suggestions for a third header', sumOf(third), LIMITS.third);
  const certain = [...few, ...third].flatMap(({ wrong }) => wrong);
  tally.check('certain suggestions', `${sumOf([...few, ...third]).certain}, none wrong`, certain);
}

function tell(tally, name, { asked, answered, right, leaning, led }, limits) {
  const percent = (part, of) => Number(((100 * part) / of).toFixed(1));
  const found = {
    answered: percent(answered, asked),
    precision: percent(right, answered),
    leaning: percent(led, leaning),
  };
  const figures = `${found.answered} % answered, ${found.precision} % of them right; of what is ahead ${found.leaning} %`;
  const low = Object.entries(limits).flatMap(([what, least]) =>
    found[what] < least ? [`${what} is below ${least}`] : [],
  );
  tally.check(name, figures, low);
}

function sumOf(runs) {
  const sum = { asked: 0, answered: 0, right: 0, certain: 0, leaning: 0, led: 0 };
  for (const run of runs) for (const key of Object.keys(sum)) sum[key] += run[key];
  return sum;
}

/** Asks for the functions whose entries are not kept; the graph is read once. */
async function askerOf({ before, dist }) {
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const { auditTree } = await load('audit/audit-tree.js');
  const { readFunctions } = await load('assign/read-functions.js');
  const { readEach } = await load('io/tree/scan-files.js');
  const { openDiskTree } = await load('io/tree/disk-tree.js');
  const { noRules } = await load('manifest/audit/audit-rules.js');
  const { parseManifest } = await load('manifest/parse-manifest.js');
  const { suggestParts } = await load('suggest/suggest-parts.js');
  const manifests = qemuManifests().map(
    ({ path }) => parseManifest({ path, text: readFileSync(path, 'latin1') }).manifest,
  );
  const tree = openDiskTree(before);
  const read = (paths, visit) => readEach(tree.root, paths, visit);
  const { graph, lattice } = auditTree({ paths: tree.files(), read, manifests, rules: noRules, far: null });
  const functions = new Map(manifests.map((manifest) => [manifest, readFunctions(tree, manifest, false).functions]));
  const ask = (isKept) => {
    const hidden = new Map();
    const headers = manifests.map((manifest) => {
      const prototypes = [...manifest.prototypes].map(([name, entry]) => {
        if (!entry.part || isKept(name, manifest)) return [name, entry];
        hidden.set(name, entry.part);
        return [name, { ...entry, part: null }];
      });
      return { manifest: { ...manifest, prototypes: new Map(prototypes) }, functions: functions.get(manifest) };
    });
    return judge(suggestParts({ graph, lattice, headers }).suggestions, hidden);
  };
  return Object.assign(ask, { manifests });
}

function judge(suggested, hidden) {
  const asked = suggested.filter(({ name }) => hidden.has(name));
  const answered = asked.filter(({ part }) => part !== undefined);
  const isRight = ({ name, part }) => part === hidden.get(name);
  const certain = answered.filter(({ kind }) => kind === 'certain');
  const ahead = asked
    .filter(({ name }) => TAUGHT.includes(hidden.get(name)))
    .flatMap(({ name, part, ahead: leader }) => ((part ?? leader?.part) ? [{ name, part: part ?? leader.part }] : []));
  return {
    asked: asked.length,
    answered: answered.length,
    right: answered.filter(isRight).length,
    certain: certain.length,
    wrong: certain.filter((one) => !isRight(one)).map(({ name, part }) => `${name}: ${part}, is ${hidden.get(name)}`),
    leaning: ahead.length,
    led: ahead.filter(isRight).length,
  };
}
