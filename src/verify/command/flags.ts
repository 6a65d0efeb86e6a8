/**
 * A word for the compiler: as it is, or with a path of the tree or a build directory (absolute) in its end, which each
 * scratch tree has elsewhere.
 */
export type Flag = string | { readonly before: string; readonly path: string };

/** What reading a recorded command needs to know of paths. */
export type Paths = {
  /** The path as the tools see it: absolute, without `..`; links are followed as far as it exists. */
  readonly real: (folder: string, path: string) => string;
  /** Whether a real path lies in the tree or in a build directory. */
  readonly isInside: (real: string) => boolean;
  readonly isFolder: (real: string) => boolean;
};

/** A path to read. One that is relative and stays inside means the same in a scratch tree. */
export function flagOf(before: string, path: string, folder: string, { real, isInside }: Paths): Flag {
  const absolute = real(folder, path);
  if (!isInside(absolute)) return `${before}${absolute}`;
  return path.startsWith('/') ? { before, path: absolute } : `${before}${path}`;
}
