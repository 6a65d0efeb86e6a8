import type { ReviewData } from '../review/review-data.ts';

/** What a reader decided about a function. */
export type Decision = { readonly part: string | null; readonly why: string | null };

/** By the number of the function; what is not here is as the manifest has it. */
export type Decisions = ReadonlyMap<number, Decision>;

/** What a function has now. */
export function decisionOf({ functions }: ReviewData, decisions: Decisions, at: number): Decision {
  const one = functions[at];
  return decisions.get(at) ?? { part: one?.part ?? null, why: one?.why ?? null };
}

/** The decisions with one more; one that says what the manifest says anyway is none. */
export function decide(data: ReviewData, decisions: Decisions, at: number, decision: Decision): Decisions {
  const own = data.functions[at];
  const next = new Map(decisions);
  if (own === undefined || (own.part === decision.part && own.why === decision.why)) next.delete(at);
  else next.set(at, decision);
  return next;
}

/** A list for `assign --from`, as YAML, with the decisions about one manifest. */
export function exportList(data: ReviewData, decisions: Decisions, manifest: number): string {
  const lines = entriesOf(data, decisions, manifest).map(([name, { part, why }, had]) => {
    const isSaid = why !== null || had.why !== null;
    return `${keyOf(name)}: ${isSaid ? `{ part: ${keyOf(part ?? '')}, why: ${JSON.stringify(why)} }` : keyOf(part ?? '')}`;
  });
  return lines.length === 0 ? '' : `# header-split ${commandOf(data, decisions, manifest)}\n${lines.join('\n')}\n`;
}

/** The command that takes such a list. */
export function commandOf(data: ReviewData, decisions: Decisions, manifest: number): string {
  const path = data.manifests[manifest]?.path ?? '';
  const isForced = entriesOf(data, decisions, manifest).some(([, , had]) => had.part !== null || had.why !== null);
  return `assign ${shellWord(path)} --from ${shellWord(listName(path))}${isForced ? ' --force' : ''}`;
}

export function listName(path: string): string {
  return `${path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')}.assign.yaml`;
}

/** How many decisions there are to export. */
export function countDecisions(data: ReviewData, decisions: Decisions): number {
  return data.manifests.reduce((sum, _, at) => sum + entriesOf(data, decisions, at).length, 0);
}

/** The functions whose reasons no list can hold, since they have no part: `assign` gives a reason with a part alone. */
export function reasonsLeftOut({ functions }: ReviewData, decisions: Decisions): readonly string[] {
  return [...decisions]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, { part, why }]) => {
      const one = functions[at];
      return one === undefined || part !== null || why === one.why ? [] : [one.name];
    });
}

/** Reads what `exportList` wrote; lines that it did not write are counted. */
export function importList(
  data: ReviewData,
  decisions: Decisions,
  text: string,
): { readonly decisions: Decisions; readonly taken: number; readonly unknown: number } {
  const numbers = new Map(data.functions.map(({ name }, at) => [name, at]));
  let [next, taken, unknown] = [decisions, 0, 0];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const read = readEntry(line);
    const at = read === null ? undefined : numbers.get(read.name);
    const one = at === undefined ? undefined : data.functions[at];
    const isKnown = one !== undefined && read !== null && data.manifests[one.manifest]?.parts.includes(read.part);
    if (at === undefined || read === null || !isKnown) {
      unknown++;
      continue;
    }
    next = decide(data, next, at, { part: read.part, why: read.why === undefined ? one.why : read.why });
    taken++;
  }
  return { decisions: next, taken, unknown };
}

type Entry = readonly [name: string, decision: Decision, had: Decision];

function entriesOf({ functions }: ReviewData, decisions: Decisions, manifest: number): readonly Entry[] {
  return [...decisions]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, decision]): Entry[] => {
      const one = functions[at];
      if (one === undefined || one.manifest !== manifest || decision.part === null) return [];
      return [[one.name, decision, one]];
    });
}

/** `why`: null takes the reason away; undefined: nothing is said of it. */
function readEntry(
  line: string,
): { readonly name: string; readonly part: string; readonly why?: string | null } | null {
  const word = '("(?:[^"\\\\]|\\\\.)*"|[\\w./+-]+)';
  const found = new RegExp(`^\\s*${word}\\s*:\\s*(?:${word}|\\{ part: ${word}, why: ${word} \\})\\s*(?:#.*)?$`).exec(
    line,
  );
  if (found === null) return null;
  const [, name, plain, part, why] = found;
  return {
    name: wordOf(name ?? ''),
    part: wordOf(plain ?? part ?? ''),
    ...(why === undefined ? {} : { why: why === 'null' ? null : wordOf(why) }),
  };
}

function wordOf(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

function keyOf(name: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name)
    ? name
    : JSON.stringify(name);
}

function shellWord(word: string): string {
  return /^[\w./+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
