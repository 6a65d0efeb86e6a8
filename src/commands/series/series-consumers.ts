import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { planConsumers, proposedConsumers, type ReadEntry } from '../../series/consumers/plan-consumers.ts';
import { proposeConsumerChanges } from '../../series/consumers/propose-changes.ts';
import type { ConsumerChanges, SeriesInput } from '../../series/series-input.ts';
import type { PlannedHeader, SeriesPlan } from '../../series/series-plan.ts';
import { isOfHeader } from '../../series/split-text.ts';
import type { Tree } from '../../text/tree.ts';
import type { SeriesSources } from './series-sources.ts';

/** What the series file's entries change for a header, or what is proposed where it has none, for `planSeries`. */
export function consumersOf({ series, consumers }: SeriesSources): NonNullable<SeriesInput['planConsumers']> {
  return async (header, tree): Promise<ConsumerChanges> => {
    const split = splitFilesOf(header, tree);
    return 'source' in series && series.consumers !== null
      ? planConsumers(tree, split, entriesFor(header.manifest, consumers), series.source)
      : proposedConsumers(tree, split);
  };
}

function entriesFor({ header }: Manifest, entries: readonly ReadEntry[]): readonly ReadEntry[] {
  return entries.filter(({ entry }) => entry.header === null || entry.header.value === header.value);
}

/** A change that a series could make to a file that names one of its headers, and does not. */
export type ConsumerOffer = {
  readonly header: string;
  /** On the tree that the series leaves. */
  readonly change: Extract<FileChange, { kind: 'modify' }>;
  readonly finding: Diagnostic;
};

/** What is proposed for text consumers besides what the series changes; `after` is the tree that it leaves. */
export function consumerOffers({ headers }: SeriesPlan, after: Tree): readonly ConsumerOffer[] {
  return headers.flatMap((header) => {
    const path = header.manifest.header.value;
    return proposeConsumerChanges(after, splitFilesOf(header, after)).flatMap((proposal): ConsumerOffer[] => {
      const { file, kind, change, why, lines } = proposal;
      if (change?.kind !== 'modify') return [];
      const [first] = lines;
      const message = `${file} is not changed, and could name the part files of ${path}: ${why}`;
      const where = kind === 'list' || kind === 'kernel-doc' ? ', with: split' : '';
      const next = `Write \`- { file: ${file}${where} }\` under \`consumers\` of a series file to have the change in the series.`;
      return [{ header: path, change, finding: withNext(diagnostic('consumer-offered', message, first), next) }];
    });
  });
}

/** The files that the patches which split also change, where the series file does not say which. */
export function proposedFiles({ series }: SeriesSources, { headers, patches }: SeriesPlan): readonly string[] {
  if (series.consumers !== null) return [];
  const splits = patches.flatMap((patch) => (patch.kind === 'made' && patch.topic === 'split' ? patch.changes : []));
  const isOfSplit = (path: string): boolean =>
    headers.some(({ manifest }) => isOfHeader({ path: manifest.header.value, manifest }, path));
  return [...new Set(splits.map(({ path }) => path))].filter((path) => !isOfSplit(path)).sort();
}

/** The notes of a plan without those on files that the series changes. */
export function withoutChangedConsumers({ findings, patches }: SeriesPlan): readonly Diagnostic[] {
  const changed = new Set(
    patches.flatMap((patch) => (patch.kind === 'made' ? patch.changes.map(({ path }) => path) : [])),
  );
  return findings.filter(({ code, places: [{ place }] }) => code !== 'text-consumer' || !changed.has(place.file));
}

function splitFilesOf({ manifest, result }: PlannedHeader, tree: Tree) {
  const header = manifest.header.value;
  const files = new Set(manifest.parts.map(({ file }) => file));
  return {
    header,
    partFiles: [...files].filter((file) => file !== header && tree.read(file) !== null),
    others: result.findings.filter(({ code }) => code === 'text-consumer').map(({ places: [{ place }] }) => place.file),
  };
}
