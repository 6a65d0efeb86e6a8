import { join } from 'node:path';
import { type FactsIndex, makeIndex, noIndex } from '../../audit/facts-index.ts';
import { isAboutIndex } from '../../audit/is-about-index.ts';
import { aboutIndex, sectionsOf } from '../../audit/stored-index.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { buildId } from '../../io/audit/build-id.ts';
import { expectLongRun } from '../../io/audit/long-run.ts';
import { openSections, writeSections } from '../../io/audit/section-file.ts';
import { contentIds } from '../../io/git/content-ids.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { placeOfFile } from '../../text/place.ts';

export type OpenedIndex = {
  readonly index: FactsIndex;
  /** Why what earlier runs left is not used. */
  readonly notes: readonly Diagnostic[];
  /** Writes what the run learnt, once nothing is asked of the index any more. */
  readonly close: () => void;
};

/** In the git folder, which no commit fills. */
const FOLDER = 'header-split';
const FILE = 'facts-v1';

/**
 * The facts of earlier runs on a work tree, in its own git folder; none where there is no repository, where the folder
 * does not say that it belongs to the tree, or where they are not wanted.
 */
export function openIndex({ repository, root }: DiskTree, isWanted: boolean): OpenedIndex {
  if (!isWanted || repository?.isOwn !== true) {
    expectLongRun();
    return { index: noIndex(), notes: [], close: () => {} };
  }
  const folder = join(repository.gitDir, FOLDER);
  const path = join(folder, FILE);
  const build = buildId(toolVersion());
  const opened = openSections(path, build);
  const sections = opened.kind === 'sections' ? opened.sections : null;
  const about = sections !== null && isAboutIndex(sections.about) ? sections.about : null;
  if (about === null) expectLongRun();
  const reasons = opened.kind === 'rejected' ? [opened.reason] : [];
  let isDamaged = sections !== null && about === null;
  const read = (name: string): Uint8Array | null => {
    const bytes = sections?.read(name) ?? null;
    if (bytes === null) isDamaged = true;
    return bytes;
  };
  const index = makeIndex(contentIds(repository, root), about && { about, read });
  return {
    index,
    get notes() {
      const all = isDamaged ? [...reasons, 'is damaged'] : reasons;
      return all.map((reason) =>
        diagnostic('facts-rejected', `the file with the facts of earlier runs ${reason}`, placeOfFile(path)),
      );
    },
    close: () => {
      const learnt = index.learnt();
      if (learnt !== null) writeSections(path, build, aboutIndex(learnt), sectionsOf(learnt));
      sections?.close();
    },
  };
}
