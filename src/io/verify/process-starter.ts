import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { endGroup, type ProcessEnd, runProcess } from './run-process.ts';

/** Starts a program without a shell, of which only what it says on standard error is kept. */
export type StartProcess = (
  program: string,
  args: readonly string[],
  where: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
) => Promise<ProcessEnd>;

export type ProcessStarter = {
  readonly start: StartProcess;
  /** Ends the helper, and what it runs. Done when it is gone: the system then counts its time as this process's. */
  readonly end: () => Promise<void>;
};

export type StarterRequest = {
  readonly id: number;
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
};

export type StarterReply =
  | { readonly id: number; readonly kind: 'started'; readonly pid: number }
  | { readonly id: number; readonly kind: 'ended'; readonly end: ProcessEnd };

/** Starts programs from this process itself. */
export const directStarter: ProcessStarter = { start: runProcess, end: async () => {} };

/**
 * A small helper process that starts programs for this one. The system copies the tables of a process's memory for each
 * program that it starts: with the 200 MB of a plan that takes as long as compiling a small unit does.
 */
export function processStarter(): ProcessStarter {
  const script = starterScript();
  if (script === null) return directStarter;
  const { NODE_OPTIONS: _options, NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
  const child = spawn(process.execPath, [script], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = new Map<number, (end: ProcessEnd) => void>();
  const groups = new Map<number, number>();
  let next = 0;
  let hasEnded = false;
  let isEnding = false;
  child.on('message', (reply: StarterReply) => {
    if (reply.kind === 'started') groups.set(reply.id, reply.pid);
    else settle(reply.id, reply.end);
  });
  const lost = (): void => {
    hasEnded = true;
    for (const id of waiting.keys()) settle(id, { kind: 'not-run', reason: 'the process that starts compilers ended' });
  };
  child.on('error', lost);
  child.on('exit', lost);
  release(child);
  return {
    start: (program, args, { folder, env: own }) => {
      if (hasEnded) return runProcess(program, args, { folder, env: own });
      const id = next++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        hold(child);
        const request: StarterRequest = { id, program, args, folder, env: own };
        child.send(request, (error) => {
          if (error !== null) settle(id, { kind: 'not-run', reason: error.message });
        });
      });
    },
    end: () => {
      const gone = new Promise<void>((resolve) => {
        if (hasEnded) resolve();
        else child.once('exit', resolve).once('error', resolve);
      });
      isEnding = true;
      hold(child);
      child.kill('SIGTERM');
      if (child.connected) child.disconnect();
      for (const pid of groups.values()) endGroup(pid);
      return gone;
    },
  };

  function settle(id: number, end: ProcessEnd): void {
    waiting.get(id)?.(end);
    waiting.delete(id);
    groups.delete(id);
    if (waiting.size === 0 && !isEnding) release(child);
  }
}

/** The run does not end while programs run, and does not wait for an idle helper. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** Beside the program that was bundled, or in `dist` of the sources; null: not built. */
function starterScript(): string | null {
  const folders = ['./', '../../bin/', '../../../dist/bin/'];
  const files = folders.map((folder) => fileURLToPath(new URL(`${folder}process-starter.cjs`, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? null;
}
