import process from 'node:process';
import type { StarterReply, StarterRequest } from './process-starter.ts';
import { endProcesses, runProcess } from './run-process.ts';

/** The program of the helper: carries out requests until the process that asked ends it, or is gone. */
process.on('message', async ({ id, program, args, folder, env }: StarterRequest) => {
  const started = (pid: number): void => reply({ id, kind: 'started', pid });
  reply({ id, kind: 'ended', end: await runProcess(program, args, { folder, env, started }) });
});
process.on('disconnect', stop);
process.on('SIGTERM', stop);

function reply(message: StarterReply): void {
  process.send?.(message);
}

function stop(): void {
  endProcesses();
  process.exit();
}
