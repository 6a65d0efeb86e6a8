import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { dividing, divisionOf } from './members/division-of.ts';
import { openForWriting } from './open-for-writing.ts';
import type { ApplyOptions } from './options.ts';
import { isOnTop, planRun, type Run } from './plan-run.ts';
import { refuse } from './refuse.ts';
import type { Shell } from './shell.ts';
import { refuseOtherSplits } from './split-otherwise.ts';
import { changesInWorkTree } from './work-tree-changes.ts';
import { writeRun } from './write-run.ts';

/** Writes the change to the tree, all files or none. Finishes or undoes first what a killed run left. */
export async function runApply(options: ApplyOptions, shell: Shell): Promise<number> {
  const { opened, findings: recovery } = openForWriting(options.root, options.from, shell);
  if (opened.kind === 'refused') return refuse('apply', opened.findings, options, shell);
  const { tree, revision } = opened;
  const division = await divisionOf(options, shell);
  if (division.kind === 'refused') return refuse('apply', [...recovery, ...division.findings], options, shell);
  const divided = dividing(division, { tree, revision, cache: true });
  const planned = refuseOtherSplits(
    await planRun(tree, options.manifests, options.only, shell, { revision, ...divided }),
  );
  const lacking =
    revision === null ? { changes: planned.changes, findings: [] } : changesInWorkTree(tree, revision, planned.changes);
  const isSlice = options.only === 'assertions' || isOnTop(options.only);
  const unsplit = isSlice ? unsplitHeaders(planned, tree) : [];
  const findings = [...recovery, ...planned.findings, ...lacking.findings, ...unsplit];
  return writeRun('apply', tree, { ...planned, changes: lacking.changes, findings }, options, shell);
}

/** `--only assertions`, `--only members` and `--only users` stand on top of the split and cannot be written without it. */
function unsplitHeaders({ splits }: Run, tree: Tree): readonly Diagnostic[] {
  return splits.flatMap(({ manifest, result }) => {
    const { value: path, span } = manifest.header;
    const wrapper = result.headers.find((change) => change.path === path);
    if (result.before !== 'whole' || (wrapper?.kind === 'modify' && wrapper.after === tree.read(path))) return [];
    return [diagnostic('only-assertions', `${path} is not split yet`, placeOf(manifest.source, span))];
  });
}
