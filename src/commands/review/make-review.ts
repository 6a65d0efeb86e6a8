import { auditCalls } from '../../audit/audit-tree.ts';
import { placesIn } from '../../audit/graph-places.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Html } from '../../html/html.ts';
import { loadGraphviz } from '../../io/review/built-file.ts';
import { describeTree, likelyParts, type ReviewedHeader, suggestFor } from '../../review/describe-tree.ts';
import { drawPicture } from '../../review/draw-picture.ts';
import { firstLinesIn } from '../../review/first-lines.ts';
import { pictureOf } from '../../review/picture.ts';
import { graphOf } from '../../review/picture-layout.ts';
import type { ReviewData } from '../../review/review-data.ts';
import { previewSplit, type SplitPreview } from '../../review/split-preview.ts';
import type { FunctionTexts } from '../../review/static-page.ts';
import { findForbidden } from '../audit/find-forbidden.ts';
import type { Shell } from '../shell.ts';
import type { OpenReview } from './open-review.ts';

export type MadeReview = { readonly data: ReviewData; readonly findings: readonly Diagnostic[] };

/** What holds from one making to the next of the same tree. */
export type Kept = {
  /** By header: its split, and what that was made of. */
  readonly previews: Map<string, { readonly of: string; readonly preview: SplitPreview }>;
};

/**
 * What follows from the parts that the manifests give, or why the audit cannot say it. `isWhole`: also what assertions
 * change, which takes longest.
 */
export async function makeReview(
  open: OpenReview,
  headers: readonly ReviewedHeader[],
  file: string | null,
  shell: Shell,
  kept: Kept = { previews: new Map() },
  isWhole = true,
): Promise<MadeReview | readonly Diagnostic[]> {
  const { sources, known, disk, tree } = open;
  const manifests = headers.map(({ manifest }) => manifest);
  const audited = auditCalls(known, { manifests, rules: sources.rules, far: null });
  const places = placesIn(audited.graph, disk);
  const asked = { audited, places, sources: { ...sources, manifests }, root: disk.root, notes: 'summed' } as const;
  const found = findForbidden(asked, { file, updateBaseline: false }, shell);
  if (found.kind === 'refused') return found.findings;
  const suggested = suggestFor(headers, audited);
  const likely = likelyParts(suggested);
  const previews: SplitPreview[] = [];
  for (const { manifest, read, declared } of headers) {
    const path = manifest.header.value;
    const of = [manifest.source.text, ...declared.map(({ name }) => likely.get(name) ?? '')].join('\0');
    const known = kept.previews.get(path);
    const preview =
      known?.of === of && (known.preview.changes !== null || !isWhole)
        ? known.preview
        : await previewSplit({ tree, manifest, read, suggested: likely, alongside: manifests, isWhole });
    kept.previews.set(path, { of, preview });
    previews.push(preview);
  }
  const data = describeTree({ headers, audited, suggested, findings: found.run.findings }, previews);
  return { data, findings: found.run.others };
}

/** The whole picture, and the data with its size; null where no call crosses parts. */
export async function drawWhole(
  data: ReviewData,
): Promise<{ readonly data: ReviewData; readonly picture: Html | null }> {
  const picture = pictureOf(data);
  if (picture.nodes === 0) return { data, picture: null };
  const layOut = await loadGraphviz();
  const layout = layOut(graphOf(picture, (node) => data.functions[node]?.name ?? ''));
  const size = { nodes: picture.nodes, left: picture.left, leftCalls: picture.leftCalls };
  return { data: { ...data, picture: size }, picture: drawPicture(picture, layout, data) };
}

/** The texts that stand in the page beside its data. */
export function textsOf(
  { disk }: OpenReview,
  headers: readonly ReviewedHeader[],
  data: ReviewData,
): readonly FunctionTexts[] {
  const declared = headers.flatMap((header) => header.declared);
  const firstLines = firstLinesIn(disk);
  return data.functions.map((one, at) => {
    const [site] = one.defined;
    const file = site === undefined ? null : (data.files[site[0]] ?? null);
    const isInline = site !== undefined && file === one.header && site[1] >= one.line;
    const definition = site === undefined || file === null || isInline ? '' : firstLines(file, site[1]);
    return { declaration: declared[at]?.text ?? '', definition };
  });
}
