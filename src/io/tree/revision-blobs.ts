import { createHash } from 'node:crypto';
import { readBlobs } from '../git/blobs.ts';
import type { Repository } from '../git/git.ts';
import { type FileBytes, openReader } from './scan-files.ts';

/** A file of a revision, by its path below the root and git's id of its bytes. */
export type RevisionBlob = { readonly path: string; readonly id: string };

/** The bytes (latin1) of files of a revision, in their order; null for what git does not have. */
export type BlobReader = (files: readonly RevisionBlob[]) => readonly (string | null)[];

/** The same of one file that is read without git; null where it cannot be. */
export type StandingReader = (file: RevisionBlob) => string | null;

/**
 * Reads files of a revision. Most are in the work tree as the revision has them, where `standing` reads them; git is asked for
 * the others, in one process.
 */
export function blobReader(repository: Repository, standing: StandingReader): BlobReader {
  return (files) => {
    const texts = files.map(standing);
    const missing = files.filter((_, at) => texts[at] === null);
    if (missing.length === 0) return texts;
    const read = readBlobs(
      repository,
      missing.map(({ id }) => id),
    );
    let next = 0;
    return texts.map((text) => text ?? read[next++] ?? null);
  };
}

/** Reads a file where it stands below `root` as the revision has it; null where it does not. */
export function standingReader({ objectFormat }: Repository, root: string): StandingReader {
  let read: ((path: string) => FileBytes | null) | null = null;
  return ({ path, id }) => {
    if (id === '') return null;
    read ??= openReader(root);
    const file = read(path);
    if (file === null) return null;
    const bytes = file.bytes.subarray(0, file.length);
    const own = createHash(objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    return own === id ? bytes.toString('latin1') : null;
  };
}
