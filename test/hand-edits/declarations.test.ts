import { checkHandEdits } from './check-hand-edits.ts';
import { declarationEdits } from './edits/declarations.ts';
import { changesAssertion, leavesSection, movesAttach, movesTypes, movesWrite, renamesFile } from './manifest-edits.ts';

checkHandEdits(declarationEdits, [
  [movesAttach, 'known', 'unknown'],
  [movesWrite, 'known', 'unknown'],
  [leavesSection, 'known', 'unknown'],
  [movesTypes, 'known', 'unknown'],
  [renamesFile, 'known'],
  [changesAssertion, 'known'],
]);
