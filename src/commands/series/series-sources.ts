import { dirname, join, normalize } from 'node:path';
import { type Diagnostic, stopsTheRun, withNext } from '../../diagnostics/diagnostic.ts';
import { readInputFile } from '../../io/input-file.ts';
import type { Located, Manifest } from '../../manifest/manifest.ts';
import { parseSeries } from '../../manifest/series/parse-series.ts';
import {
  defaultSeries,
  type Prerequisite,
  type SeriesFile,
  type SeriesSettings,
} from '../../manifest/series/series-file.ts';
import type { ReadEntry } from '../../series/consumers/plan-consumers.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Division } from '../members/division.ts';
import { divisionOf, noDivision } from '../members/division-of.ts';
import type { SeriesOptions } from '../options.ts';
import { doubledHeaders } from '../plan-run.ts';
import { readManifests } from '../read-manifests.ts';
import type { Shell } from '../shell.ts';

/** All that the user wrote for a series. Paths are as messages name them, relative to the current folder. */
export type SeriesSources = {
  readonly series: SeriesFile | SeriesSettings;
  readonly manifests: readonly Manifest[];
  /** The mails that are prerequisites. */
  readonly mails: ReadonlyMap<Prerequisite, SourceText>;
  readonly consumers: readonly ReadEntry[];
  /** What the audit file asks for. */
  readonly division: Division;
  /** Every file that was read. */
  readonly paths: readonly string[];
  /** An error among them means that something is missing. */
  readonly findings: readonly Diagnostic[];
};

/** Reads the series file, or the manifests that stand for one, and the files that they name; every finding about any. */
export async function readSeriesSources(named: SeriesOptions['sources'], shell: Shell): Promise<SeriesSources> {
  if (named.kind === 'manifests') {
    const of = ofManifests(named.paths, shell);
    const audited = await auditedBy(named.auditFile, of.paths, of.findings, shell);
    return { ...of, ...noFiles, ...audited, series: defaultSeries };
  }
  const source = readInputFile(shell.cwd, named.path);
  if ('code' in source) return { ...nothing, findings: [source] };
  const { series, findings } = parseSeries(source);
  return series === null ? { ...nothing, findings } : ofSeries(series, findings, shell);
}

const noFiles = { mails: new Map<Prerequisite, SourceText>(), consumers: [], division: noDivision };
const nothing = { ...noFiles, series: defaultSeries, manifests: [], paths: [] };

function ofManifests(paths: readonly string[], shell: Shell): Pick<SeriesSources, 'manifests' | 'paths' | 'findings'> {
  const { manifests, findings } = readManifests(paths, shell);
  return { manifests, paths, findings: [...findings, ...doubledHeaders(manifests)] };
}

async function ofSeries(series: SeriesFile, ofFile: readonly Diagnostic[], shell: Shell): Promise<SeriesSources> {
  const named = ofManifests(
    series.manifests.map(({ value }) => beside(series, value)),
    shell,
  );
  const findings: Diagnostic[] = [...ofFile, ...named.findings.map((finding) => whereNamed(finding, series))];
  const paths = [series.source.path, ...named.paths];
  const read = (path: Located<string>): SourceText | null => {
    const source = readInputFile(shell.cwd, beside(series, path.value));
    paths.push(beside(series, path.value));
    if (!('code' in source)) return source;
    findings.push(unreadable(source, series, path));
    return null;
  };
  const mails = new Map<Prerequisite, SourceText>();
  for (const one of series.prerequisites) {
    const mail = one.kind === 'mail' ? read(one.path) : null;
    if (mail !== null) mails.set(one, mail);
  }
  const consumers = (series.consumers ?? []).map((entry): ReadEntry => {
    return { entry, patch: entry.hunk.kind === 'patch' ? read(entry.hunk.path) : null };
  });
  const auditFile = series.audit === null ? null : beside(series, series.audit.value);
  if (auditFile !== null) paths.push(auditFile);
  const audited = await auditedBy(auditFile, named.paths, findings, shell);
  return { series, manifests: named.manifests, mails, consumers, paths, ...audited };
}

/** What the audit file makes of structs, and what is wrong with it; findings of its manifests are those of the series. */
async function auditedBy(
  auditFile: string | null,
  manifests: readonly string[],
  findings: readonly Diagnostic[],
  shell: Shell,
): Promise<Pick<SeriesSources, 'division' | 'findings'>> {
  if (stopsTheRun(findings)) return { division: noDivision, findings };
  const division = await divisionOf({ manifests, auditFile }, shell);
  if (division.kind === 'refused') return { division: noDivision, findings: [...findings, ...division.findings] };
  return { division, findings };
}

/** A manifest that cannot be read is told where the series file names it. */
function whereNamed(finding: Diagnostic, series: SeriesFile): Diagnostic {
  const [{ place }] = finding.places;
  const entry = series.manifests.find(({ value }) => beside(series, value) === place.file);
  return finding.code === 'input-unreadable' && entry !== undefined ? unreadable(finding, series, entry) : finding;
}

function unreadable(finding: Diagnostic, { source }: SeriesFile, { span }: Located<string>): Diagnostic {
  const next = 'Name a readable file; paths are relative to the directory of the series file.';
  return withNext({ ...finding, places: [{ place: placeOf(source, span) }] }, next);
}

/** A path of the series file, as it is from the current folder. */
function beside({ source }: SeriesFile, path: string): string {
  return path.startsWith('/') ? path : normalize(join(dirname(source.path), path));
}
