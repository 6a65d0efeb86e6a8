import { checkHandEdits } from './check-hand-edits.ts';
import { commentEdits } from './edits/comments.ts';
import { changesBanner, movesAttach, movesNeighbour, movesTypes, renamesFile } from './manifest-edits.ts';

checkHandEdits(commentEdits, [
  [movesAttach, 'known', 'unknown'],
  [movesNeighbour, 'known', 'unknown'],
  [renamesFile, 'known', 'unknown'],
  [changesBanner, 'known', 'unknown'],
  [movesTypes, 'known'],
]);
