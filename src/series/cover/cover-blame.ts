import type { BlameFigure } from '../series-plan.ts';
import { wrapLine } from '../wrap-text.ts';
import type { CoverSection } from './cover-section.ts';

/** How much of the new headers `git blame -C -C` traces behind the split, and what it does not. */
export function blameSection(figures: readonly BlameFigure[]): CoverSection {
  const title = 'git blame';
  const sum = (key: 'moved' | 'traced' | 'short'): number => figures.reduce((total, figure) => total + figure[key], 0);
  const [moved, traced, short] = [sum('moved'), sum('traced'), sum('short')];
  if (moved === 0) return { title, lines: [] };
  const all = traced === moved ? `all ${moved}` : `${traced} of the ${moved}`;
  const rest = moved - traced;
  const which = short === rest ? (rest === 1 ? 'The other is' : 'The others are') : `${short} of the others are`;
  const why = short === 0 ? '' : ` ${which} in runs of fewer than 40 alphanumeric characters, which -C ignores.`;
  return {
    title,
    lines: wrapLine(`\`git blame -C -C\` follows ${all} lines that moved, copies of the licence aside.${why}`),
  };
}
