import { saysNoChangeInLog } from '../../series/no-change.ts';
import { type SubjectForm, subjectFormInLog } from '../../series/subject-form.ts';
import type { SeriesStart } from './series-start.ts';
import { fromTop, startBenchGit, type Workbench } from './workbench.ts';

/** What the project's log shows of its habits. */
export type ProjectLog = {
  /** Header -> how the subjects of commits that touched it look. */
  readonly forms: ReadonlyMap<string, SubjectForm>;
  readonly signsOff: boolean;
  /** Whether commits that change nothing say so: true also where the log is too short to show that they do not. */
  readonly saysNoChange: boolean;
};

/**
 * Reads the log before the commit that a series begins on: of each header the last commits of three years, and the
 * last commits at all. Where git cannot read it, as in a partial clone, nothing is known.
 */
export async function readProjectLog(
  bench: Workbench,
  { commit, date }: SeriesStart,
  headers: readonly string[],
): Promise<ProjectLog> {
  const since = `--since=@${Math.max(0, Number(date.split(' ')[0]) - YEARS)}`;
  const log = async (...asked: readonly string[]): Promise<string> => {
    const shared = ['log', '--no-merges', '--no-show-signature', '--no-color'];
    const result = await startBenchGit(bench, [...shared, ...asked]);
    return result.kind === 'done' ? result.output : '';
  };
  const [messages, ...subjects] = await Promise.all([
    log(`-${MESSAGES}`, '--format=%B%x00', commit),
    ...headers.map((header) => log(`-${COMMITS}`, since, '--format=%s', commit, '--', fromTop(bench, header))),
  ]);
  const all = messages
    .split('\0')
    .slice(0, -1)
    .map((message) => message.trimStart());
  const whole = all.slice(0, COMMITS);
  const ofProject = whole.map((message) => message.split('\n', 1).join(''));
  const forms = headers.map(
    (header, at) => [header, subjectFormInLog((subjects[at] ?? '').split('\n').filter(Boolean), ofProject)] as const,
  );
  return { forms: new Map(forms), signsOff: isSignedOff(whole), saysNoChange: saysNoChangeInLog(all) };
}

/** Enough to see a habit; Linux has so many in an hour. */
const COMMITS = 40;

/** Few commits change nothing: even in projects that say so, three of these do. */
const MESSAGES = 1000;

/** Three, in seconds: git would walk the whole history for a header that is seldom touched. */
const YEARS = 3 * 365 * 24 * 60 * 60;

/** Nine in ten of some. */
function isSignedOff(messages: readonly string[]): boolean {
  const signed = messages.filter((message) => /^Signed-off-by: \S/im.test(message));
  return messages.length >= FEWEST && signed.length * 10 >= messages.length * 9;
}

const FEWEST = 10;
