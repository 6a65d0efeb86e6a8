import type { CoverSection } from './cover-section.ts';
import type { BlameFigure } from './series-plan.ts';
import { countOf, wrapLine } from './wrap-text.ts';

/** How much of the part files `git blame -C -C` traces behind the split. */
export function blameSection(figures: readonly BlameFigure[]): CoverSection {
  const title = 'What git blame sees';
  if (figures.length === 0) return { title, lines: [] };
  const sum = (key: 'moved' | 'traced' | 'short'): number => figures.reduce((total, figure) => total + figure[key], 0);
  const total: BlameFigure = { path: 'total', moved: sum('moved'), traced: sum('traced'), short: sum('short') };
  const width = Math.max(...[...figures, total].map(({ path }) => path.length));
  const rows = [...figures, total].map(({ path, moved, traced }) => {
    const share = percent(traced, moved).padStart(5);
    return `  ${path.padEnd(width)}  ${share}  of ${String(moved).padStart(String(total.moved).length)}`;
  });
  const short =
    total.short === 0
      ? []
      : [
          '',
          ...wrapLine(
            `${countOf(total.short, 'line')} of the others ${total.short === 1 ? 'stands' : 'stand'} in runs with fewer than the 40 alphanumeric characters that git's -C wants.`,
          ),
        ];
  return {
    title,
    lines: [
      ...wrapLine('Moved lines whose `git blame -C -C` reaches behind the split, by part file:'),
      '',
      ...rows,
      ...short,
    ],
  };
}

/** Rounded down, so that 100 % means all. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '- %' : `${Math.floor((part * 100) / whole)} %`;
}
