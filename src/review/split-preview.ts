import type { SplitHeaders } from '../assign/read-functions.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { RenderedFile } from '../edits/render-files.ts';
import type { Manifest, PrototypeEntry } from '../manifest/manifest.ts';
import { functionNames } from '../plan/placement.ts';
import { treeFacts } from '../plan/tree-facts.ts';
import { splitHeader } from '../split/split-header.ts';
import { splitWholeHeader } from '../split/split-tree.ts';
import { displayText } from '../text/source-text.ts';
import type { Tree } from '../text/tree.ts';
import type { RunData, SplitFileData } from './review-data.ts';
import { runsOf } from './split-lines.ts';

/** The files that a header becomes, as far as that can be said. */
export type SplitPreview = {
  /** The header as it is; empty where it is split already. */
  readonly source: string;
  readonly files: readonly SplitFileData[];
  readonly provisional: number;
  readonly findings: readonly Diagnostic[];
  /** What the split changes, assertions on top of headers; null: it was not asked for. */
  readonly changes: readonly FileChange[] | null;
};

export type PreviewInput = {
  readonly tree: Tree;
  readonly manifest: Manifest;
  readonly read: SplitHeaders;
  /** Function (latin1) -> the part that is suggested for it. */
  readonly suggested: ReadonlyMap<string, string>;
  /** All manifests that are reviewed. */
  readonly alongside: readonly Manifest[];
  /** Whether assertions are planned too, which takes longest. */
  readonly isWhole: boolean;
};

/**
 * The part files as they will be. Functions without part go where they are likely to go, else to the shared part, so
 * that there is something to see before all have one.
 */
export async function previewSplit(input: PreviewInput): Promise<SplitPreview> {
  const { tree, manifest, read, suggested, alongside, isWhole } = input;
  const [header] = read.headers;
  if (read.state === 'split' || header === undefined) {
    const files = read.headers.map(({ source }) => ({ path: source.path, runs: [shown(displayText(source.text))] }));
    return { source: '', files, provisional: 0, findings: [], changes: [] };
  }
  const whole = tree.read(manifest.header.value) ?? '';
  const { filled, provisional } = fill(manifest, read, suggested);
  const isListed = filled.prototypes.size === manifest.prototypes.size;
  const facts = isListed ? read.facts : treeFacts(tree, header, filled);
  const explained = { header, options: read.options };
  const { findings, files, changes } = isWhole
    ? await splitAll(tree, filled, explained, facts, alongside)
    : await splitAlone(tree, filled, explained, facts);
  return {
    source: withoutLongLines(displayText(whole)),
    files: (files ?? []).map(({ path, text }) => ({ path, runs: runsOf(whole, text).map(shown) })),
    provisional,
    findings,
    changes,
  };
}

type Split = Pick<SplitPreview, 'findings' | 'changes'> & { readonly files: readonly RenderedFile[] | null };

async function splitAll(...asked: Parameters<typeof splitWholeHeader>): Promise<Split> {
  const { result, files } = await splitWholeHeader(...asked);
  return { findings: result.findings, files, changes: [...result.headers, ...result.assertions] };
}

async function splitAlone(...asked: Parameters<typeof splitHeader>): Promise<Split> {
  const { findings, files } = await splitHeader(...asked);
  return { findings, files: files?.plain ?? null, changes: null };
}

function shown(run: RunData): RunData {
  return typeof run === 'string' ? withoutLongLines(run) : run;
}

/** Each line keeps its number. */
function withoutLongLines(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.length <= LONGEST_LINE
        ? line
        : `${line.slice(0, LONGEST_LINE)} … ${line.length - LONGEST_LINE} characters are left out`,
    )
    .join('\n');
}

/** Characters of a line that are shown. */
const LONGEST_LINE = 1000;

/** In memory alone: no file has to say so. */
function fill(
  manifest: Manifest,
  { headers }: SplitHeaders,
  suggested: ReadonlyMap<string, string>,
): { readonly filled: Manifest; readonly provisional: number } {
  const names = headers.flatMap(({ items }) => items.flatMap(functionNames));
  const missing = new Set(names.filter((name) => (manifest.prototypes.get(name)?.part ?? null) === null));
  const added = [...missing].map((name): [string, PrototypeEntry] => {
    const part = suggested.get(name) ?? manifest.shared;
    const { span } = manifest.prototypes.get(name) ?? manifest.header;
    return [name, { span, part, assert: true, comment: null, why: null, assertWhy: null }];
  });
  return {
    filled: { ...manifest, prototypes: new Map([...manifest.prototypes, ...added]) },
    provisional: missing.size,
  };
}
