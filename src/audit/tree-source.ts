import type { Names } from '../scan/names.ts';

/** The bytes of files, as `io` reads them; a file that cannot be read is left out. What `visit` gets holds until it returns. */
export type ReadFiles = (paths: readonly string[], visit: (path: string, bytes: Uint8Array) => void) => void;

/** A file, and what the scanner read in it. */
export type ScannedFile = { readonly path: string; readonly facts: Int32Array };

/** A tree that was scanned; the names are those of the facts. */
export type TreeSource = { readonly files: readonly ScannedFile[]; readonly names: Names; readonly read: ReadFiles };
