/** How the subjects of a project's commits look, as far as its log shows it. */
export type SubjectForm = {
  /** What they begin with, before a colon; empty where they have no such word; null where the log does not show it. */
  readonly prefix: string | null;
  /** Whether the first word, that after the prefix, has a capital. */
  readonly isCapital: boolean;
  readonly endsInStop: boolean;
};

/** As git's own project writes them; the prefix by the headers' names. */
export const UNKNOWN_FORM: SubjectForm = { prefix: null, isCapital: false, endsInStop: false };

/**
 * The form of the commits that touched a file, and of those of the whole project where these are too few; subjects,
 * newest first.
 */
export function subjectFormInLog(ofFile: readonly string[], ofProject: readonly string[] = []): SubjectForm {
  const subjects = ofFile.length < ENOUGH ? ofProject : ofFile;
  const texts = subjects.map((subject) => subject.replace(ANY_PREFIX, ''));
  return {
    prefix: mostUsed(ofFile) ?? (isBare(subjects) ? '' : null),
    isCapital: isHabit(texts, /^[A-Z]/),
    endsInStop: isHabit(texts, /[^.]\.$/),
  };
}

/** A subject of the tool, `prefix: split x`, as a project writes its own. An empty prefix goes with its colon. */
export function inForm(subject: string, prefix: string, { isCapital, endsInStop }: SubjectForm): string {
  const start = `${prefix}: `;
  const text = subject.startsWith(start) ? subject.slice(start.length) : subject;
  const first =
    isCapital || prefix === '' ? text.replace(/^[a-z](?=[a-z']* )/, (letter) => letter.toUpperCase()) : text;
  const whole = prefix === '' ? first : `${start}${first}`;
  return endsInStop && !whole.endsWith('.') ? `${whole}.` : whole;
}

/** The form of a commit that is about several files: what all of them have in common. */
export function sharedForm([first = UNKNOWN_FORM, ...others]: readonly SubjectForm[]): SubjectForm {
  const isShared = others.every(({ prefix }) => prefix === first.prefix);
  return {
    prefix: isShared ? first.prefix : null,
    isCapital: [first, ...others].every(({ isCapital }) => isCapital),
    endsInStop: [first, ...others].every(({ endsInStop }) => endsInStop),
  };
}

/** Commits that make a habit. */
const ENOUGH = 10;

const PREFIX = /^([\w./+-]{1,30}): \S/;

/** Also `feat(core): `, `hw/block, tests: `, `[net] `. */
const ANY_PREFIX = /^(?:[^\s:]{1,40}(?:,? [^\s:]{1,30}){0,2}: +|\[[^\]]{1,30}\] *)(?=\S)/;

/** The prefix of a quarter of the commits, and of three at least. */
function mostUsed(subjects: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const prefix of subjects.flatMap((subject) => PREFIX.exec(subject)?.[1] ?? []))
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most === undefined || most[1] < 3 || most[1] * 4 < subjects.length ? null : most[0];
}

/** Whether fewer than a quarter of some commits have a prefix of any kind. */
function isBare(subjects: readonly string[]): boolean {
  return (
    subjects.length >= ENOUGH && subjects.filter((subject) => ANY_PREFIX.test(subject)).length * 4 < subjects.length
  );
}

function isHabit(texts: readonly string[], pattern: RegExp): boolean {
  return texts.length >= ENOUGH && texts.filter((text) => pattern.test(text)).length * 3 >= texts.length * 2;
}
