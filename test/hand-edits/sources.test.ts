import { checkHandEdits } from './check-hand-edits.ts';
import { sourceEdits } from './edits/sources.ts';
import { changesAssertion, changesPlacement, leavesSection, movesAttach, renamesFile } from './manifest-edits.ts';

checkHandEdits(sourceEdits, [
  [movesAttach, 'known', 'unknown'],
  [leavesSection, 'known'],
  [renamesFile, 'known'],
  [changesAssertion, 'known', 'unknown'],
  [changesPlacement, 'known'],
]);
