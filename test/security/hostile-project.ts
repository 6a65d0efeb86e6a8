import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { soundProject } from '../bad-input/sound-project.ts';
import { type Outcome, runCommand } from '../commands/run-command.ts';
import { identify } from '../io/init-repository.ts';
import { everyByte } from '../io/series/series-fixture.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';

export type Site = {
  /** The tree: a repository of one commit that splits without a finding. */
  readonly top: string;
  /** Around it: what is here besides the tree is the user's. */
  readonly folder: string;
  /** A shell command that leaves a trace, for whatever may name a program. */
  readonly trap: string;
  /** Whether one was run. */
  readonly wasRun: () => boolean;
};

/** Runs `work` with the sound project, and `files` besides, in a repository in a folder of its own. */
export function inHostileProject(
  work: (site: Site) => void | Promise<void>,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const top = join(folder, 'home/tree');
    mkdirSync(top, { recursive: true });
    putFiles(top, { ...soundProject, ...files });
    commitAll(top);
    identify(join(top, '.git'));
    const trace = join(folder, 'trace');
    await work({ top, folder: join(folder, 'home'), trap: `touch ${trace}`, wasRun: () => existsSync(trace) });
  });
}

/** Every way to call the tool on a manifest, each of which succeeds when those before it did. */
export const calls: readonly (readonly string[])[] = [
  ['check'],
  ['diff'],
  ['diff', '--from', 'HEAD'],
  ['patch'],
  ['series', '-o', '../mails'],
  ['series', '-v', '2', '--previous', '../mails', '--was', 'HEAD', '-o', '../mails'],
  ['series', '--branch', 'split'],
  ['apply'],
  ['sync', '--dry-run'],
  ['regenerate', '--dry-run'],
  ['regenerate', '--dry-run', '--was', 'HEAD:store.yaml'],
  ['regenerate'],
  ['sync'],
  ['check', '--fix'],
];

/** Calls the tool in every way on `manifest` as in the folder `cwd`: what each ended with. */
export async function callAll(cwd: string, manifest = 'store.yaml'): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [command = '', ...flags] of calls) {
    outcomes.push(await runCommand(cwd, [command, manifest, ...flags]));
  }
  return outcomes;
}

/** The bytes of all that is in a folder but in one of its folders, `except`. */
export function bytesBeside(folder: string, except: string): Readonly<Record<string, string>> {
  const inside = `${except}/`;
  return Object.fromEntries(Object.entries(everyByte(folder)).filter(([path]) => !`${path}/`.startsWith(inside)));
}
