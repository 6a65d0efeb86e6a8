import type { BlameFigure } from '../series-plan.ts';
import { wrapLine } from '../wrap-text.ts';
import type { CoverSection } from './cover-section.ts';

/** How much of the part files `git blame -C -C` traces behind the split. */
export function blameSection(figures: readonly BlameFigure[]): CoverSection {
  const title = 'git blame';
  if (figures.length === 0) return { title, lines: [] };
  const sum = (key: 'moved' | 'traced' | 'short'): number => figures.reduce((total, figure) => total + figure[key], 0);
  const all = [...figures, { path: 'total', moved: sum('moved'), traced: sum('traced'), short: sum('short') }];
  const columns = [
    ['', ...all.map(({ path }) => path)],
    ['lines', ...all.map(({ moved }) => String(moved))],
    ['traced', ...all.map(({ traced }) => String(traced))],
    ['', ...all.map(({ moved, traced }) => percent(traced, moved))],
    ...(sum('short') === 0 ? [] : [['too short', ...all.map(({ short }) => String(short))]]),
  ];
  const widths = columns.map((column) => Math.max(...column.map((cell) => cell.length)));
  const rows = ['', ...all].map((_, row) =>
    columns
      .map((column, at) => {
        const cell = column[row] ?? '';
        return at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
      })
      .join('  '),
  );
  return {
    title,
    lines: [
      ...wrapLine(
        'Lines that come from the header, and how many of them `git blame -C -C` traces to before the split, looking for them in the header and its part files alone. Copies of the licence are not counted.',
      ),
      '',
      ...rows.map((row) => `  ${row.trimEnd()}`),
      ...(sum('short') === 0 ? [] : ['', ...wrapLine(TOO_SHORT)]),
    ],
  };
}

const TOO_SHORT = 'Too short: not traced, in runs below the 40 alphanumeric characters that -C needs.';

/** Rounded down, so that 100 % means all. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.floor((part * 100) / whole)}%`;
}
