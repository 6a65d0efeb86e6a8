import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has `tidy` called when the user or the system stops the run, which then ends as it would have. Returns how to undo that. */
export function onInterruption(tidy: () => void): () => void {
  const handlers = SIGNALS.map((signal) => {
    const handler = (): void => {
      stop();
      tidy();
      process.kill(process.pid, signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  const stop = (): void => {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
  return stop;
}
