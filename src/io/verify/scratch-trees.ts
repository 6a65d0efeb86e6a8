import { createHash } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { FileChange } from '../../diff/file-change.ts';
import { errorCode } from '../system-error.ts';
import type { RevisionTree } from '../tree/revision-tree.ts';
import { removeAbandoned, SCRATCH, sign } from './abandoned-scratch.ts';
import { removeFolder } from './remove-folder.ts';

export type Side = 'before' | 'after';

/**
 * Two copies of the tree and its build directories, below which each file stands at its own absolute path. A file that no
 * patch changes is a link to the user's, or to one copy of what git has; what a patch changes is a file of its own. Nothing
 * is written through a link.
 */
export type ScratchTrees = {
  /** What holds both, and all that the compiler writes. */
  readonly folder: string;
  readonly output: string;
  /** Every file that the copies have or get, absolute, as it is called in the user's tree. */
  readonly files: readonly string[];
  /** Links to directories, and where they lead. */
  readonly links: ReadonlyMap<string, string>;
  /** Links to files of the copies, and where they lead. */
  readonly fileLinks: ReadonlyMap<string, string>;
  /** Where a path of the user's stands in a copy, and back; a path of no copy stays. */
  readonly into: (side: Side, path: string) => string;
  readonly outOf: (path: string) => string;
  readonly put: (side: Side, changes: readonly FileChange[]) => void;
  readonly remove: () => void;
};

export type ScratchInput = {
  /** Real and absolute. */
  readonly root: string;
  /** Real, absolute; those below the root are copied with it. */
  readonly buildFolders: readonly string[];
  /** In which compilers start: real, absolute, below the root or a build directory. They may hold nothing that is copied. */
  readonly folders: readonly string[];
  /** What the tree is copied from; null: the files as they are on disk. */
  readonly revision: RevisionTree | null;
  /** Real: where the copies are made, outside of what is copied. */
  readonly scratchTop: string;
  /** Paths below the root that git tracks: with a revision they come from there alone. */
  readonly tracked: ReadonlySet<string>;
};

export function makeScratchTrees(input: ScratchInput): ScratchTrees {
  removeAbandoned(input.scratchTop);
  const folder = newFolder(input.scratchTop, input.root);
  const sides = { before: join(folder, 'before'), after: join(folder, 'after') };
  const output = join(folder, 'out');
  for (const path of [sides.before, sides.after, output, join(folder, 'tmp')]) mkdirSync(path);
  const files = new Set<string>();
  const links = new Map<string, string>();
  const fileLinks = new Map<string, string>();
  const roots = [input.root, ...input.buildFolders];
  const isInside = (path: string): boolean => roots.some((root) => isBelow(root, path));
  const made = new Set([folder]);
  // What is a link on disk may be a directory in the revision: a path through it would lead out of the copy.
  const makeReal = (path: string): void => {
    if (made.has(path)) return;
    makeReal(dirname(path));
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true) {
      rmSync(path, { force: true });
      mkdirSync(path);
    }
    made.add(path);
  };
  const folderOf = (path: string): void => makeReal(dirname(path));
  /** Makes room for a file of the copy's own; whatever was there is gone, and no link is followed. */
  const clear = (path: string): void => {
    folderOf(path);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      for (const one of made) if (isBelow(path, one)) made.delete(one);
    rmSync(path, { recursive: true, force: true });
  };
  for (const root of outermost(roots)) {
    for (const { path, target } of filesBelow(root)) {
      if (input.revision !== null && input.tracked.has(below(input.root, path) ?? '')) continue;
      if (target !== null && isFolder(target)) links.set(path, target);
      else files.add(path);
      if (target !== null && !links.has(path) && isInside(target)) fileLinks.set(path, target);
      for (const side of [sides.before, sides.after]) {
        folderOf(side + path);
        symlinkSync(target === null ? path : isInside(target) ? side + target : target, side + path);
      }
    }
  }
  input.revision?.readEach(input.revision.files(), (path, bytes) => {
    const whole = join(input.root, path);
    files.add(whole);
    for (const side of [sides.before, sides.after]) clear(side + whole);
    writeFileSync(sides.before + whole, bytes, { flag: 'wx' });
    linkSync(sides.before + whole, sides.after + whole);
  });
  for (const one of [...roots, ...input.folders]) for (const side of [sides.before, sides.after]) makeReal(side + one);
  return {
    folder,
    output,
    links,
    fileLinks,
    get files() {
      return [...files];
    },
    into: (side, path) => (isInside(path) ? sides[side] + path : path),
    outOf: (path) => {
      for (const side of [sides.before, sides.after]) if (isBelow(side, path)) return path.slice(side.length);
      return path;
    },
    put: (side, changes) => {
      for (const change of changes) {
        const path = join(input.root, change.path);
        clear(sides[side] + path);
        fileLinks.delete(path);
        if (change.kind === 'delete') continue;
        files.add(path);
        writeFileSync(sides[side] + path, change.after, { encoding: 'latin1', flag: 'wx' });
        chmodSync(sides[side] + path, change.mode === '100755' ? 0o755 : 0o644);
      }
    },
    remove: () => removeFolder(folder),
  };
}

/** One name for each tree, so that a compiler cache knows the paths again; another where that is taken. */
function newFolder(top: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const usual = join(top, `${SCRATCH}${userInfo().uid}-${name}`);
  const folder = makePrivate(usual) ? usual : mkdtempSync(join(top, SCRATCH));
  sign(folder);
  return folder;
}

/** Whether the directory was made: false where the name is taken. */
function makePrivate(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

export function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

function outermost(folders: readonly string[]): readonly string[] {
  return [...new Set(folders)].filter((one) => !folders.some((other) => other !== one && isBelow(other, one)));
}

function below(root: string, path: string): string | null {
  return isBelow(root, path) ? relative(root, path).split(sep).join('/') : null;
}

type Found = { readonly path: string /** Of a link: where it leads. */; readonly target: string | null };

/** What a compiler could read: no git folder, nothing that compilers make, and no memory image of one. */
function* filesBelow(root: string): Generator<Found> {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = `${folder === '/' ? '' : folder}/${entry.name}`;
      if (entry.name === '.git' || IMAGE.test(entry.name)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) {
        if (!MADE.test(entry.name)) yield { path, target: null };
      } else if (entry.isSymbolicLink()) {
        const target = targetOf(path);
        if (target !== null && (!MADE.test(entry.name) || isFolder(target))) yield { path, target };
      }
    }
  }
}

/** Compilers take these in place of a header, also where they are directories. */
const IMAGE = /\.(?:gch|pch|pcm)$/;

/** Of files alone: directories may be called so. */
const MADE = /\.(?:o|lo|a|la|so|obj|d|gcda|gcno|su|dwo|pyc)$|\.so\.[\d.]+$/;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    errorCode(error);
    return [];
  }
}

/** Where a path leads, absolute; null: nowhere. */
export function targetOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (error) {
    errorCode(error);
    return null;
  }
}

/** The bytes (latin1) of a file in a copy; null where there is none. */
export function readScratch(path: string): string | null {
  try {
    return lstatSync(path).isDirectory() ? null : readFileSync(path, 'latin1');
  } catch (error) {
    errorCode(error);
    return null;
  }
}
