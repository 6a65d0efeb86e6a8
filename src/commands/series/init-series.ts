import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { writeOutputFile } from '../../io/input-file.ts';
import { schemaReference } from '../../io/schema-file.ts';
import { parseSeries } from '../../manifest/series/parse-series.ts';
import { formatSeries } from '../../manifest/series/write-series.ts';
import { jsonReport } from '../../report/json.ts';
import { defaultCoverTitle } from '../../series/cover/cover-texts.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { InitSeriesOptions } from '../options.ts';
import { doubledHeaders } from '../plan-run.ts';
import { readManifests } from '../read-manifests.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';

/** Writes a series file that names the given manifests in order, with every default said. */
export function runInitSeries(options: InitSeriesOptions, shell: Shell): number {
  const { manifests, findings } = readManifests(options.manifests, shell);
  const unsound = [...findings, ...doubledHeaders(manifests)];
  if (unsound.length > 0) return refuse('init', unsound, options, shell);
  const folder = options.output === null ? shell.cwd : dirname(resolve(shell.cwd, options.output));
  const text = formatSeries({
    schemaRef: schemaReference(folder, 'series'),
    manifests: options.manifests.map((path) => bytesOfText(fromFolder(folder, shell.cwd, path))),
    headers: manifests.map(({ header }) => bytesOfText(header.value)),
    title: bytesOfText(defaultCoverTitle(manifests)),
  });
  // Two spellings of one path are two manifests for one header, which is refused above; odd paths are found here.
  const parsed = parseSeries({ path: options.output ?? '--series', text });
  if (parsed.series === null) return refuse('init', parsed.findings, options, shell);
  if (options.output !== null) {
    const problem = writeOutputFile(shell.cwd, { path: options.output, root: shell.cwd, replaces: 'nothing' }, text);
    if (problem) return refuse('init', [problem], options, shell);
  }
  if (options.format === 'json') {
    const extra = options.output === null ? { series: displayText(text) } : { output: options.output };
    shell.stdout(jsonReport({ command: 'init', exitCode: 0, findings: [], extra }));
    return 0;
  }
  if (options.output === null) shell.stdout(text);
  const names = manifests.map(({ header }) => header.value).join(', ');
  shell.stderr(`${names}: say under 'cover' why the series exists, then run 'header-split series'\n`);
  return 0;
}

/** A path relative to the folder of the series file, as the file has it. */
function fromFolder(folder: string, cwd: string, path: string): string {
  return isAbsolute(path) ? path : relative(folder, resolve(cwd, path)).split(sep).join('/');
}
