import { readBlobs } from '../../io/git/blobs.ts';
import { newestCommits } from '../../io/git/history.ts';
import { pathFromTopLevel } from '../../io/git/revision.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { EarlierTree } from '../../regenerate/regeneration-input.ts';

/** An edit is taken back soon or never. */
const MOST_VERSIONS = 8;

/** The newest commits, HEAD first, that changed the split files of a manifest, as trees. */
export function earlierTrees({ repository, root }: DiskTree, { header, parts }: Manifest): readonly EarlierTree[] {
  if (repository === null) return [];
  const paths = [...new Set([header.value, ...parts.map(({ file }) => file)])];
  const names = paths.map((path) => pathFromTopLevel(repository, root, path));
  return newestCommits(repository, names, MOST_VERSIONS).map((commit) => {
    const texts = new Map<string, string | null>();
    return {
      read: (path) => {
        const known = texts.get(path);
        if (known !== undefined) return known;
        const asked = paths.includes(path) ? paths : [path];
        const found = readBlobs(
          repository,
          asked.map((one) => `${commit}:${pathFromTopLevel(repository, root, one)}`),
        );
        for (const [at, one] of asked.entries()) texts.set(one, found[at] ?? null);
        return texts.get(path) ?? null;
      },
    };
  });
}
