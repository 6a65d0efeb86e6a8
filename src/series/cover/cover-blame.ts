import { countOf } from '../../text/count-of.ts';
import type { BlameFigure } from '../series-plan.ts';

/** How much of the new headers `git blame -C -C` traces to before the split, and what it does not; null for nothing. */
export function blameText(figures: readonly BlameFigure[]): string | null {
  const sum = (key: 'moved' | 'traced' | 'short'): number => figures.reduce((total, figure) => total + figure[key], 0);
  const [moved, traced, short] = [sum('moved'), sum('traced'), sum('short')];
  if (moved === 0) return null;
  const lines = countOf(moved, 'line');
  const all = traced < moved ? `${traced} of the ${lines}` : moved === 1 ? 'the one line' : `all ${lines}`;
  const rest = moved - traced;
  const which =
    short === rest
      ? rest === 1
        ? 'the other is'
        : 'the others are'
      : `${short} of the others ${short === 1 ? 'is' : 'are'}`;
  const why = short === 0 ? '' : `; ${which} in runs of fewer than 40 alphanumeric characters, which -C ignores`;
  return `\`git blame -C -C\` follows ${all} that moved${why}.`;
}
