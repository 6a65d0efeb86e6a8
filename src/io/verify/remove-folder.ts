import { readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { errorCode } from '../system-error.ts';

/** Removes a directory of many links and what is in it, and follows none; takes half of what `rmSync` does. */
export function removeFolder(folder: string): void {
  try {
    empty(folder);
    rmdirSync(folder);
  } catch (error) {
    errorCode(error);
    // A compiler that was ended may still have written, or a directory may not be ours to read.
    rmSync(folder, { recursive: true, force: true });
  }
}

function empty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) unlinkSync(path);
    else {
      empty(path);
      rmdirSync(path);
    }
  }
}
