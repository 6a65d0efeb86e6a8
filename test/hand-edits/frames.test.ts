import { checkHandEdits } from './check-hand-edits.ts';
import { frameEdits } from './edits/frames.ts';
import { changesBanner, movesAttach, movesWrite, renamesFile } from './manifest-edits.ts';

checkHandEdits(frameEdits, [
  [movesAttach, 'known', 'unknown'],
  [movesWrite, 'known', 'unknown'],
  [renamesFile, 'known', 'unknown'],
  [changesBanner, 'known', 'unknown'],
]);
