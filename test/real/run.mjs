// Tests the built tool on QEMU as it was before its maintainers split its block headers, on other C projects, and on
// system headers.
// Compares with what other programs say and with what the maintainers did, never with the tool's own word.
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { readArguments } from './arguments.mjs';
import { suggestions } from './audit/suggestions.mjs';
import { includeTree } from './include-tree/include-tree.mjs';
import { narrowedProjects } from './projects/narrowed-projects.mjs';
import { splitProjects } from './projects/split-projects.mjs';
import { assertions } from './qemu/assertions.mjs';
import { compiles } from './qemu/compiles.mjs';
import { containment } from './qemu/containment.mjs';
import { dividedStructs } from './qemu/divided-structs.mjs';
import { foundFunctions } from './qemu/found-functions.mjs';
import { killedApply } from './qemu/killed-apply.mjs';
import { learntSplit } from './qemu/learnt-split.mjs';
import { manifestOrder } from './qemu/manifest-order.mjs';
import { manifestParts } from './qemu/manifest-parts.mjs';
import { memberReport } from './qemu/member-report.mjs';
import { narrowedUsers } from './qemu/narrowed-users.mjs';
import { placements } from './qemu/placements.mjs';
import { samePatch } from './qemu/same-patch.mjs';
import { splitApplies } from './qemu/split-applies.mjs';
import { splitFiles } from './qemu/split-files.mjs';
import { killedRegenerate } from './regenerate/killed.mjs';
import { regenerateSequence } from './regenerate/sequence.mjs';
import { splitByHand } from './regenerate/split-by-hand.mjs';
import { scannedFunctions } from './scanned-functions.mjs';
import { scratchFolder } from './scratch.mjs';
import { seriesApplies } from './series/series-applies.mjs';
import { seriesBlame } from './series/series-blame.mjs';
import { seriesCheckpatch } from './series/series-checkpatch.mjs';
import { seriesCompiles } from './series/series-compiles.mjs';
import { seriesVersionTwo } from './series/series-version-two.mjs';
import { systemHeaders } from './system-headers.mjs';
import { newTally } from './tally.mjs';
import { launchers } from './verify/launchers.mjs';
import { objectChanges } from './verify/object-changes.mjs';
import { seededFaults } from './verify/seeded-faults.mjs';

const checks = {
  foundFunctions,
  scannedFunctions,
  manifestParts,
  splitApplies,
  splitFiles,
  samePatch,
  manifestOrder,
  assertions,
  placements,
  containment,
  narrowedUsers,
  dividedStructs,
  memberReport,
  suggestions,
  killedApply,
  learntSplit,
  regenerateSequence,
  splitByHand,
  killedRegenerate,
  seriesApplies,
  seriesCheckpatch,
  seriesBlame,
  seriesVersionTwo,
  splitProjects,
  narrowedProjects,
  compiles,
  seriesCompiles,
  systemHeaders,
  includeTree,
  seededFaults,
  objectChanges,
  launchers,
};

const context = readArguments(process.argv.slice(2));
const tally = newTally();
const scratch = scratchFolder();
for (const [name, check] of Object.entries(checks)) {
  if (!context.only.test(name)) continue;
  const start = Date.now();
  try {
    await check({ context, tally, scratch });
  } catch (error) {
    // A check that a signal ended is no fault: what listens for the signal ends the process here.
    await setImmediate();
    tally.check(name, 'ended early', [error.stack]);
  }
  tally.note(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
console.log(tally.closingLine());
process.exitCode = tally.counts.failed > 0 ? 1 : 0;
