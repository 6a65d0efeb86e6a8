import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import { diagnosticsOf, type Finding, finding, isError } from '../finding.ts';
import { checkShape } from '../shape/check-shape.ts';
import { checkReadable } from '../yaml/check-readable.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { YamlNode } from '../yaml/yaml-node.ts';
import { checkSeries } from './check-series.ts';
import { readSeries } from './read-series.ts';
import type { SeriesFile } from './series-file.ts';
import { seriesShape } from './series-shape.ts';

/**
 * A series file (YAML 1.2 in UTF-8) and every finding about it, in the order of the file. The series is null as soon as
 * one of them is an error. Whether the files that it names exist, and whether its templates can be filled, is not
 * looked at.
 */
export function parseSeries(source: SourceText): { series: SeriesFile | null; findings: Diagnostic[] } {
  const unreadable = checkReadable(source, 'the series file');
  if (unreadable !== null) return { series: null, findings: [unreadable] };
  const { decoded, findings: ofBytes } = decodeUtf8(source.text);
  const { root, findings: ofYaml } = parseYaml(decoded);
  const isEmpty = root === null && ofYaml.length === 0;
  const findings = [...ofBytes, ...ofYaml, ...(isEmpty ? [emptySeries()] : checkContent(root, ofYaml))];
  const isSound = root !== null && !findings.some(isError);
  return { series: isSound ? readSeries(source, root) : null, findings: diagnosticsOf(source, findings) };
}

function emptySeries(): Finding {
  const next = '`header-split init --series MANIFEST` writes one to start from.';
  return { ...finding('manifest-missing-key', 'the series file is empty', span(0, 1)), next };
}

/** After a syntax error only what stands before it is read as it was meant. */
function checkContent(root: YamlNode | null, ofYaml: readonly Finding[]): Finding[] {
  if (root === null) return [];
  const site = { document: 'the series file', where: '', parts: null } as const;
  const found = [...checkShape(root, seriesShape, site), ...checkSeries(root)];
  const errors = ofYaml.filter(({ code }) => code === 'manifest-syntax');
  if (errors.length === 0) return found;
  const soundUntil = Math.min(...errors.map(({ at }) => at.start));
  return found.filter(({ at, code }) => at.end < soundUntil && code !== 'manifest-missing-key');
}
