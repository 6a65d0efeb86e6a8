import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSections, writeSections } from '../audit/section-file.ts';
import { lookAt } from '../look.ts';
import { errorCode } from '../system-error.ts';

/** Values in files below a directory, which are believed only where this build of the tool wrote them. */
export type ProofStore = {
  /** Null: there is none, or it is not believed. */
  readonly read: (path: string) => unknown;
  /** What cannot be written is left out. */
  readonly write: (path: string, value: unknown) => void;
  /** Whether anything could not be written. */
  readonly hasFailed: () => boolean;
};

/** `folder` is a real directory. After the first failure nothing more is written. */
export function proofStore(folder: string, build: string): ProofStore {
  let failed = false;
  return {
    read: (path) => {
      const opened = openSections(join(folder, path), build);
      if (opened.kind !== 'sections') return null;
      opened.sections.close();
      return opened.sections.about;
    },
    write: (path, value) => {
      if (!failed)
        failed = !(isMade(dirname(join(folder, path))) && writeSections(join(folder, path), build, value, []));
    },
    hasFailed: () => failed,
  };
}

/** Makes a directory in one that exists; whether it is there now, and no link. */
function isMade(folder: string): boolean {
  try {
    if (lookAt(folder) === null) mkdirSync(folder);
    return lookAt(folder)?.isDirectory() === true;
  } catch (error) {
    errorCode(error);
    return lookAt(folder)?.isDirectory() === true;
  }
}
