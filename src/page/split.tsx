import { useMemo, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { ReviewData, RunData, SplitData } from '../review/review-data.ts';
import { plural } from './bits.tsx';
import { Finding } from './detail.tsx';

/** The part files as they will be, and where each line comes from. */
export function SplitView({
  data,
  isChanged,
  onSelect,
}: {
  readonly data: ReviewData;
  /** Whether decisions were made that these files do not know. */
  readonly isChanged: boolean;
  readonly onSelect: (at: number) => void;
}) {
  const all = data.split.flatMap((split, at) => split.files.map((file, index) => ({ split, at, file, index })));
  const [chosen, setChosen] = useState(0);
  const one = all[Math.min(chosen, all.length - 1)];
  const findings = data.split.flatMap((split) => split.findings.filter(({ severity }) => severity !== 'note'));
  const provisional = data.split.reduce((sum, split) => sum + split.provisional, 0);
  return (
    <div class="pane split-view">
      {data.split.map(({ manifest, source }, index) => (
        <div class="tools" role="group" aria-label={`Files of ${headerOf(data, manifest)}`} key={manifest}>
          {all.map(({ file, at }, number) =>
            at !== index ? null : (
              <button
                type="button"
                key={file.path}
                aria-pressed={number === chosen}
                onClick={() => setChosen(number)}
                title={visible(file.path)}
              >
                {visible(file.path.replace(/^.*\//, ''))} <span class="faint">{linesOf(file.runs)}</span>
                {data.manifests[manifest]?.header === file.path && source !== '' && <span class="faint"> wrapper</span>}
              </button>
            ),
          )}
        </div>
      ))}
      {isChanged && (
        <p class="note">
          These are the files before your decisions on this page. Assign them, and make the page again.
        </p>
      )}
      {provisional > 0 && (
        <p class="note">
          {plural(provisional, 'function')} without part {provisional === 1 ? 'is' : 'are'} shown where the suggestion
          puts
          {provisional === 1 ? ' it' : ' them'}, else in the shared part.
        </p>
      )}
      {one?.split.source === '' && <p class="note">The header is split already: these are its files as they are.</p>}
      {all.length === 0 && <p class="note bad">The header cannot be split like this; the findings say why.</p>}
      {findings.length > 0 && (
        <details class="split-findings" open={all.length === 0}>
          <summary>{plural(findings.length, 'finding')} about the split</summary>
          {findings.map((finding) => (
            <Finding key={finding.text} data={data} finding={finding} />
          ))}
        </details>
      )}
      {one !== undefined && (
        <File {...{ data, split: one.split, onSelect }} runs={one.file.runs} path={one.file.path} />
      )}
      {data.diffstat !== '' && (
        <section aria-label="Diffstat">
          <h3>What changes, with assertions</h3>
          {data.diffstat === null ? (
            <p class="faint">The server counts it ...</p>
          ) : (
            <pre class="code" tabIndex={0}>
              {visible(data.diffstat)}
            </pre>
          )}
        </section>
      )}
    </div>
  );
}

function File({
  data,
  split,
  runs,
  path,
  onSelect,
}: {
  readonly data: ReviewData;
  readonly split: SplitData;
  readonly runs: readonly RunData[];
  readonly path: string;
  readonly onSelect: (at: number) => void;
}) {
  const lines = useMemo(() => split.source.split('\n'), [split.source]);
  const header = headerOf(data, split.manifest);
  const declared = useMemo(
    () =>
      new Map(
        data.functions.flatMap(({ manifest, line }, at) => (manifest === split.manifest ? [[line, at] as const] : [])),
      ),
    [data, split.manifest],
  );
  return (
    <div class="file" role="region" aria-label={visible(path)} tabIndex={0}>
      {chunksOf(runs, split.source === '').map((chunk) => (
        <div class="chunk" key={chunk.start} style={{ containIntrinsicHeight: `auto ${chunk.height}px` }}>
          {chunk.runs.map((run) => (
            <Run key={run.start} {...{ data, run, lines, declared, onSelect }} header={header} />
          ))}
        </div>
      ))}
    </div>
  );
}

function headerOf({ manifests }: ReviewData, manifest: number): string {
  return visible(manifests[manifest]?.header ?? '');
}

/** A run of lines as it is drawn: where its first line stands in the file. */
type Placed = { readonly run: RunData; readonly start: number; readonly kind: 'file' | 'gap' | 'new' | 'moved' };

/** Lines of a chunk, about: a browser lays out those chunks alone that are in sight. */
const CHUNK = 120;
/** Pixels of a line, and of the line above a run; the style says the same. */
const HEIGHTS = { line: 17.4, from: 20 };

function chunksOf(runs: readonly RunData[], isFile: boolean) {
  const chunks: { start: number; runs: Placed[]; height: number; lines: number }[] = [];
  let start = 1;
  for (const [index, run] of runs.entries()) {
    const count = countOf(run);
    const kind = typeof run !== 'string' ? 'moved' : isFile ? 'file' : run.trim() === '' && index > 0 ? 'gap' : 'new';
    let chunk = chunks.at(-1);
    if (chunk === undefined || chunk.lines >= CHUNK) {
      chunk = { start, runs: [], height: 0, lines: 0 };
      chunks.push(chunk);
    }
    chunk.runs.push({ run, start, kind });
    chunk.height += Math.round(count * HEIGHTS.line) + (kind === 'moved' || kind === 'new' ? HEIGHTS.from : 0);
    chunk.lines += count;
    start += count;
  }
  return chunks;
}

/** Functions that the line above a run names. */
const MOST_NAMED = 6;

function Run({
  data,
  run: { run, start, kind },
  lines,
  declared,
  header,
  onSelect,
}: {
  readonly data: ReviewData;
  readonly run: Placed;
  readonly lines: readonly string[];
  readonly declared: ReadonlyMap<number, number>;
  readonly header: string;
  readonly onSelect: (at: number) => void;
}) {
  if (typeof run === 'string') {
    const texts = run.replace(/\n$/, '').split('\n');
    return (
      <div class={kind === 'file' ? 'run' : `run ${kind}`}>
        {kind === 'new' && <p class="from">new</p>}
        <pre class="gutter" aria-hidden="true">
          {texts.map((_, at) => (kind === 'gap' ? '\n' : `${start + at}\n`)).join('')}
        </pre>
        <pre class="lines">{texts.map((text) => `${visible(text)}\n`).join('')}</pre>
      </div>
    );
  }
  const [from, count] = run;
  const numbers = Array.from({ length: count }, (_, at) => from + at);
  const own = numbers.flatMap((line) => declared.get(line) ?? []);
  return (
    <div class="run moved">
      <p class="from">
        from {header}:{count === 1 ? from : `${from}–${from + count - 1}`}
        {own.slice(0, MOST_NAMED).map((at) => (
          <button type="button" key={at} class="link name" onClick={() => onSelect(at)}>
            {visible(data.functions[at]?.name ?? '')}
          </button>
        ))}
        {own.length > MOST_NAMED && <span> and {own.length - MOST_NAMED} more</span>}
      </p>
      <pre class="gutter" aria-hidden="true">
        {numbers.map((line) => `${line}\n`).join('')}
      </pre>
      <pre class="lines">
        {lines
          .slice(from - 1, from - 1 + count)
          .map((text) => `${visible(text)}\n`)
          .join('')}
      </pre>
    </div>
  );
}

function linesOf(runs: readonly RunData[]): string {
  return plural(
    runs.reduce((sum, run) => sum + countOf(run), 0),
    'line',
  );
}

function countOf(run: RunData): number {
  return typeof run === 'string' ? run.replace(/\n$/, '').split('\n').length : run[1];
}
