import type { UsersPlan } from '../../users/plan-users.ts';
import { fanOutOf } from '../../users/report/users-report.ts';
import { wrapLine } from '../wrap-text.ts';
import type { CoverSection } from './cover-section.ts';

/** How many source files read each header before and after the users' includes change; without lines where they do not. */
export function readersSection(plan: UsersPlan | null): CoverSection {
  if (plan === null || plan.changes.length === 0) return { title: TITLE, lines: [] };
  const fans = new Map(
    plan.situation.wrappers.flatMap((wrapper) => fanOutOf(plan, wrapper)).map((fan) => [fan.path, fan]),
  );
  const width = Math.max(...[...fans.keys()].map((path) => path.length));
  const row = (path: string, before: string, after: string): string =>
    `  ${path.padEnd(width)}  ${before.padStart(6)}  ${after.padStart(6)}`;
  return {
    title: TITLE,
    lines: [
      ...wrapLine('Source files that read each header, with the includes as they were and as they are now:'),
      '',
      row('', 'before', 'after'),
      ...[...fans.values()].map(({ path, before, after }) => row(path, String(before), String(after))),
    ],
  };
}

const TITLE = 'Readers';
