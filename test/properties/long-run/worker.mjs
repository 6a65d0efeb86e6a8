import process from 'node:process';
import { seeds } from '../seeds.ts';
import { tryCase } from '../try-case.ts';
import { tryUsers } from '../users/try-users.ts';
import { systemProjects } from './system-projects.mjs';
import { trySystemHeader } from './try-system-header.ts';

// A share of a run: every header whose number is this worker's by remainder. Sends one message a case.

const given = JSON.parse(process.argv[2]);
const [headers, system, edits, seed] = ['headers', 'system', 'edits', 'seed'].map((key) => Number(given[key]));
const LAWS = ['split', 'manifest-edits', 'hand-edits'].filter((law) => (given.law ?? law) === law);
/** gcc and git look at every tenth header. */
const THOROUGH = 10;
/** Shrinking a case takes a minute at most; a law that is broken often would go on for hours. */
const ENOUGH = 20;

let failed = 0;
if (given.index === 0 && headers > 1)
  for (const { law, seed: one, sizes } of seeds) await attempt({ law, seed: one, sizes, isThorough: true });
for (let at = given.index; at < headers; at += given.workers) {
  for (const law of LAWS) {
    const sizes = law === 'hand-edits' ? { edits: Math.ceil(edits / 4), byHand: 4 } : { edits, byHand: 0 };
    await attempt({ law, seed: seed + at, sizes, isThorough: headers === 1 || at % THOROUGH === 0 });
  }
}
if ((given.law ?? 'system') === 'system') {
  for (const project of systemProjects({ seed, count: system, index: given.index, workers: given.workers })) {
    await settled('system', await trySystemHeader(project, seed, edits));
  }
}

if ((given.law ?? 'users') === 'users')
  for (let at = given.index; at < Number(given.users); at += given.workers) await settled('users', tryUsers(seed + at));

async function attempt(one) {
  await settled(one.law, await tryCase(one));
}

async function settled(law, verdict) {
  process.send({ law, verdict });
  if (verdict.kind === 'failed' && ++failed === ENOUGH) {
    console.log(`${ENOUGH} failures: this worker stops`);
    process.exit(1);
  }
  // Syntax trees are freed only when the event loop turns.
  await new Promise(setImmediate);
}
