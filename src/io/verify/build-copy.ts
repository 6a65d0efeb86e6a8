import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from '../../diff/file-change.ts';
import { runProcess } from './run-process.ts';
import { isBelow, readScratch, type ScratchInput, type ScratchTrees, targetOf } from './scratch-trees.ts';

/**
 * A copy of the tree and its build directories in which the project's own build tool may write: every file is one of its
 * own, with its time, and where the build files name the tree they name the copy.
 */
export type BuildCopy = {
  readonly put: (changes: readonly FileChange[]) => void;
  /** Has the build tool make targets of a build directory; null, or what it said. */
  readonly make: (folder: string, targets: readonly string[]) => Promise<string | null>;
  /** What the copy has of a file of the user's, in latin1; null: nothing. */
  readonly read: (path: string) => string | null;
};

type Input = Pick<ScratchInput, 'root' | 'buildFolders' | 'revision' | 'tracked'>;

/** `command`: the build tool and its words, with `{dir}` in any and `{target}` as one of them. */
export function makeBuildCopy(
  { root, buildFolders, revision, tracked }: Input,
  scratch: Pick<ScratchTrees, 'folder'>,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): BuildCopy {
  const top = join(scratch.folder, 'build');
  const roots = [root, ...buildFolders];
  const outermost = roots.filter((one, at) => !roots.some((other, index) => isAround(other, one, index < at)));
  const named = namesOf(outermost);
  const isBuildFile = (path: string): boolean =>
    BUILD_FILE.test(path) && buildFolders.some((one) => isBelow(one, path));
  for (const from of outermost) {
    copyBelow(from, top + from, {
      linked: (target) => (outermost.some((one) => isBelow(one, target)) ? top + target : target),
      rewritten: (path) => (isBuildFile(path) ? (text) => text.replace(named, (one) => top + one) : null),
    });
  }
  const write = (path: string, bytes: Buffer | string, mode: number): void => {
    rmSync(top + path, { recursive: true, force: true });
    mkdirSync(dirname(top + path), { recursive: true });
    writeFileSync(top + path, bytes, { flag: 'wx', encoding: 'latin1' });
    chmodSync(top + path, mode);
  };
  if (revision !== null) {
    const has = new Set(revision.files());
    for (const path of tracked) if (!has.has(path)) rmSync(`${top}${root}/${path}`, { recursive: true, force: true });
    revision.readEach([...has], (path, bytes) => {
      const whole = `${root}/${path}`;
      if (readScratch(top + whole) !== bytes.toString('latin1')) write(whole, bytes, modeOf(top + whole));
    });
  }
  return {
    put: (changes) => {
      for (const change of changes) {
        const whole = join(root, change.path);
        if (change.kind === 'delete') rmSync(top + whole, { recursive: true, force: true });
        else write(whole, change.after, change.mode === '100755' ? 0o755 : 0o644);
      }
    },
    make: async (folder, targets) => {
      const words = command.flatMap((word) =>
        word === '{target}' ? targets : [word.replaceAll('{dir}', top + folder)],
      );
      const [program = '', ...args] = words;
      const end = await runProcess(program, args, { folder: top + root, env, keepOutput: true });
      if (end.kind === 'not-run') return `${program} could not be run: ${end.reason}`;
      return end.status === 0 ? null : saidBy(`${end.output}\n${end.errors}`, program).replaceAll(top, '');
    },
    read: (path) => readScratch(top + path),
  };
}

const BUILD_FILE = /(?:\.ninja|\/Makefile|\.make|\.mk|\.cmake|\/CMakeCache\.txt)$/;

function isAround(other: string, one: string, isEarlier: boolean): boolean {
  return other === one ? isEarlier : isBelow(other, one);
}

/** The directories where a text names them or what lies below, and not a longer path that ends or goes on so. */
function namesOf(folders: readonly string[]): RegExp {
  const spelt = folders.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<!/[\\w.+-]*)(?:${spelt.join('|')})(?![\\w.+-])`, 'g');
}

/** The line that says why, else the last. */
function saidBy(output: string, program: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /\berror\b|\*\*\*/i.test(line)) ?? lines.at(-1) ?? `${program} failed`).trim();
}

type Copying = {
  /** Where a link should lead that leads to `target`. */
  readonly linked: (target: string) => string;
  /** How a text changes in the copy; null: not at all. */
  readonly rewritten: (path: string) => ((text: string) => string) | null;
};

function copyBelow(from: string, to: string, { linked, rewritten }: Copying): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.git') continue;
    const [path, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyBelow(path, copy, { linked, rewritten });
    else if (entry.isSymbolicLink()) {
      const target = targetOf(path);
      if (target !== null) symlinkSync(linked(target), copy);
    } else if (entry.isFile()) copyOne(path, copy, rewritten(path));
  }
}

function copyOne(path: string, copy: string, rewrite: ((text: string) => string) | null): void {
  const { atime, mtime, mode } = statSync(path);
  if (rewrite === null) copyFileSync(path, copy, constants.COPYFILE_FICLONE);
  else writeFileSync(copy, rewrite(readFileSync(path, 'latin1')), 'latin1');
  chmodSync(copy, (mode & 0o777) | 0o600);
  utimesSync(copy, atime, mtime);
}

function modeOf(path: string): number {
  return (lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777;
}
