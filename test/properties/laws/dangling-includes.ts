import type { Files } from '../project.ts';

/** The includes, between files of one folder, of a file that there was once and is no longer: `file: include`. */
export function danglingIncludes(files: Files, once: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const included = [...text.matchAll(/^#include "([^"]+)"/gm)].map((match) => folder + (match[1] ?? ''));
    return included
      .filter((file) => Object.hasOwn(once, file) && !Object.hasOwn(files, file))
      .map((file) => `${path}: ${file}`);
  });
}
