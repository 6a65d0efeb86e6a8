import type { Answer } from '../review/live-answer.ts';
import type { ReviewData } from '../review/review-data.ts';

/** The server that the page came from. */
export type Live = {
  /** Writes decisions together; what came of it in words, or why nothing was written. */
  readonly decide: (decisions: readonly LiveDecision[]) => Promise<Answer>;
  readonly undo: () => Promise<Answer>;
  /** What the split changes now, assertions included; null: the server does not say. */
  readonly split: () => Promise<Pick<ReviewData, 'split' | 'diffstat'> | null>;
};

export type LiveDecision = {
  readonly name: string;
  readonly part: string | null;
  readonly why: string | null;
  /** What the page took the manifest to say; null: whatever it says. */
  readonly was: { readonly part: string | null; readonly why: string | null } | null;
};

type Event = {
  readonly version: number;
  /** What happened; null: the page has just connected. */
  readonly said: string | null;
  /** Comes with what others did to the manifests: why they cannot be read, or that they can. */
  readonly trouble?: string | null;
};

/** Null: the server did not answer; it will say again when there is something new. */
async function readState(): Promise<{ readonly version: number; readonly data: ReviewData } | null> {
  try {
    const response = await fetch('state');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export function connect(
  onData: (data: ReviewData, said: string | null) => void,
  onTrouble: (trouble: string | null, said: string | null) => void,
  onLost: (isLost: boolean) => void,
): Live {
  /** Of the data that the page has. */
  let known = 0;
  const events = new EventSource('events');
  events.addEventListener('data', async ({ data: text }) => {
    const { version, said, trouble } = JSON.parse(text) as Event;
    if (trouble !== undefined) onTrouble(trouble, said);
    if (version <= known) return;
    const state = await readState();
    // An answer to the page itself may have come meanwhile, and is newer.
    if (state === null || state.version <= known) return;
    known = state.version;
    onData(state.data, said);
  });
  events.onerror = () => onLost(true);
  events.onopen = () => onLost(false);
  const ask = (path: string, body: unknown): Promise<Response> =>
    fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const post = async (path: string, body: unknown): Promise<Answer> => {
    try {
      const response = await ask(path, body);
      if (!response.ok) return { kind: 'refused', text: `the server says ${response.status}` };
      const answer = (await response.json()) as Answer;
      if ('version' in answer) known = Math.max(known, answer.version);
      return answer;
    } catch {
      return { kind: 'refused', text: 'the server does not answer; is it still running?' };
    }
  };
  return {
    decide: (decisions) => post('decide', { decisions }),
    undo: () => post('undo', {}),
    split: async () => {
      try {
        const response = await ask('split', {});
        return response.ok ? await response.json() : null;
      } catch {
        return null;
      }
    },
  };
}
