import { printable } from './printable.ts';

/** One line on a terminal's stderr that says what a long run is at. */
export type Progress = {
  step(text: string): void;
  /** Removes the line; call it before anything else is written. */
  done(): void;
};

/**
 * Shows nothing unless stderr is a terminal and `after` milliseconds have passed. A step that never lets the event
 * loop turn appears only when the next one begins.
 */
export function startProgress(
  stderr: { stderr(text: string): void; readonly stderrIsTerminal: boolean },
  after = 1000,
): Progress {
  if (!stderr.stderrIsTerminal) return { step: () => {}, done: () => {} };
  const shownFrom = Date.now() + after;
  let current = '';
  let lastShown: number | null = null;
  const show = (): void => {
    stderr.stderr(`${clearLine}${current}`);
    lastShown = Date.now();
  };
  const timer = setTimeout(show, after).unref();
  return {
    step: (text) => {
      current = printable(text).slice(0, widest);
      const now = Date.now();
      if (now >= Math.max(shownFrom, (lastShown ?? 0) + pause)) show();
    },
    done: () => {
      clearTimeout(timer);
      if (lastShown !== null) stderr.stderr(clearLine);
      lastShown = null;
    },
  };
}

const clearLine = '\r\x1b[K';
/** Characters that fit every terminal: a wrapped line could not be removed. */
const widest = 78;
/** Milliseconds between two repaints. */
const pause = 100;
