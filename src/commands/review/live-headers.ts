import { join } from 'node:path';
import { readInputFile } from '../../io/input-file.ts';
import type { ReviewedHeader } from '../../review/describe-tree.ts';

/** The headers of a page, or what they became: their paths on disk. */
export function headerFiles(root: string, headers: readonly ReviewedHeader[]): readonly string[] {
  return headers.flatMap(({ read }) => read.headers.map(({ source }) => join(root, source.path)));
}

/** Whether a header is another on disk than the page shows. */
export function headersDiffer(root: string, headers: readonly ReviewedHeader[]): boolean {
  return headers.some(({ read }) =>
    read.headers.some(({ source }) => {
      const now = readInputFile(root, source.path, Number.POSITIVE_INFINITY);
      return 'code' in now || now.text !== source.text;
    }),
  );
}
