import { spawn } from 'node:child_process';
import process from 'node:process';
import { systemMessage } from '../system-error.ts';

export type ProcessEnd =
  | { readonly kind: 'ended'; readonly status: number; readonly output: string; readonly errors: string }
  /** It could not be started, was stopped, or took too long. */
  | { readonly kind: 'not-run'; readonly reason: string };

/** Milliseconds; the slowest unit of a kernel takes a minute. */
const LONGEST = 900_000;
/** Bytes that are kept of each stream. */
const LARGEST = 1 << 27;

/** Processes that are running; each leads a group of its own, so that a compiler's passes end with it. */
const running = new Set<number>();

type Running = {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly keepOutput?: boolean;
  /** Is told its number, once it runs. */
  readonly started?: (pid: number) => void;
};

/** Starts a program without a shell. Both streams are latin1. */
export function runProcess(
  program: string,
  args: readonly string[],
  { folder, env, keepOutput = false, started = () => {} }: Running,
): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', keepOutput ? 'pipe' : 'ignore', 'pipe'],
    });
    const chunks: { readonly output: Buffer[]; readonly errors: Buffer[] } = { output: [], errors: [] };
    let size = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) endGroup(child.pid);
    }, LONGEST).unref();
    if (child.pid !== undefined) {
      running.add(child.pid);
      started(child.pid);
    }
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST) into.push(chunk);
    };
    child.stdout?.on('data', keep(chunks.output));
    child.stderr?.on('data', keep(chunks.errors));
    child.on('error', (error) => {
      clearTimeout(timer);
      if (child.pid !== undefined) running.delete(child.pid);
      resolve({ kind: 'not-run', reason: systemMessage(error) });
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (child.pid !== undefined) running.delete(child.pid);
      if (status === null) resolve({ kind: 'not-run', reason: late ? 'it did not end' : `it was ended by ${signal}` });
      else {
        const [output, errors] = [chunks.output, chunks.errors].map((one) => Buffer.concat(one).toString('latin1'));
        resolve({ kind: 'ended', status, output: output ?? '', errors: errors ?? '' });
      }
    });
  });
}

/** Ends all that `runProcess` started. */
export function endProcesses(): void {
  for (const pid of running) endGroup(pid);
}

/** Ends a program that `runProcess` started, with all that this started. */
export function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
