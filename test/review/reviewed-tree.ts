import { readHeaders } from '../../src/assign/read-functions.ts';
import { findingsOf } from '../../src/audit/audit-finding.ts';
import { auditCalls, readCalls } from '../../src/audit/audit-tree.ts';
import { placesIn } from '../../src/audit/graph-places.ts';
import { noRules } from '../../src/manifest/audit/audit-rules.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { describeTree, likelyParts, reviewHeader, suggestFor } from '../../src/review/describe-tree.ts';
import type { ReviewData } from '../../src/review/review-data.ts';
import { previewSplit } from '../../src/review/split-preview.ts';
import { bytesOfText } from '../../src/text/source-text.ts';
import { memoryTree } from '../../src/text/tree.ts';

/** What the page would show of a tree in memory; the texts of its files and of the manifest are Unicode. */
export async function reviewed(
  files: Readonly<Record<string, string>>,
  yaml: string,
): Promise<{ readonly data: ReviewData; readonly texts: readonly { declaration: string; definition: string }[] }> {
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytesOfText(text)]));
  const tree = memoryTree(bytes);
  const { manifest, findings } = parseManifest({ path: 'm.yaml', text: bytesOfText(yaml) });
  if (manifest === null) throw new Error(JSON.stringify(findings));
  const read = readHeaders(tree, manifest);
  if ('code' in read) throw new Error(read.message);
  const headers = [reviewHeader(manifest, read)];
  const known = readCalls({
    paths: tree.files(),
    read: (paths, visit) => {
      for (const path of paths) visit(path, Buffer.from(bytes[path] ?? '', 'latin1'));
    },
    manifests: [manifest],
    rules: noRules,
  });
  const audited = auditCalls(known, { manifests: [manifest], rules: noRules, far: null });
  const suggested = suggestFor(headers, audited);
  const preview = await previewSplit({
    tree,
    manifest,
    read,
    suggested: likelyParts(suggested),
    alongside: [manifest],
    isWhole: true,
  });
  const found = findingsOf(audited.crossings.near, audited, placesIn(audited.graph, tree));
  const data = describeTree({ headers, audited, suggested, findings: found }, [preview]);
  const texts = headers.flatMap(({ declared }) => declared.map(({ text }) => ({ declaration: text, definition: '' })));
  return { data, texts };
}
