import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { type CodeEntry, codes } from '../diagnostics/codes.ts';
import { type Diagnostic, type Labelled, severityOf, type Way } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/place.ts';
import { asciiJson } from './ascii-json.ts';
import { utf16Column } from './line-character.ts';

/**
 * The findings as a SARIF 2.1.0 log of one run, ASCII, ending in a newline. Every code of the tool is a rule, in the
 * table's order, so that `ruleIndex` does not depend on what was found. SARIF knows no byte columns: they become UTF-16
 * units.
 */
export function sarifLog(findings: readonly Diagnostic[], toolVersion: string): string {
  const driver = { name: 'header-split', version: toolVersion, rules: Object.entries<CodeEntry>(codes).map(rule) };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the tree.' } } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(result),
      },
    ],
  };
  return asciiJson(log);
}

const sourceRoot = '%SRCROOT%';
const ruleIds = Object.keys(codes);

function rule([id, { severity, title, help }]: readonly [string, CodeEntry]): ReportingDescriptor {
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    help: { text: help },
    defaultConfiguration: { level: severity },
  };
}

function result(finding: Diagnostic): Result {
  const [first, ...others] = finding.places;
  const related = others.map((labelled, order) => ({ id: order + 1, ...location(labelled) }));
  return {
    ruleId: finding.code,
    ruleIndex: ruleIds.indexOf(finding.code),
    level: severityOf(finding),
    message: { text: finding.next === undefined ? finding.message : `${finding.message}\n${finding.next}` },
    locations: [location(first)],
    ...(finding.way === undefined ? {} : flowOf(finding.way)),
    ...(finding.way !== undefined || related.length === 0 ? {} : { relatedLocations: related }),
  };
}

function flowOf({ steps, fingerprint }: Way): object {
  const locations = steps.map((step) => ({ location: location(step) }));
  return {
    codeFlows: [{ threadFlows: [{ locations }] }],
    partialFingerprints: { 'headerSplitCall/v1': fingerprint },
  };
}

function location({ place, label }: Labelled): Location {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(place.file),
      ...(place.line === 0 ? {} : { region: region(place) }),
    },
    ...(label === undefined ? {} : { message: { text: label } }),
  };
}

function region(place: Place): Region {
  const startColumn = utf16Column(place, place.column);
  const endColumn = Math.max(startColumn + 1, utf16Column(place, place.endColumn));
  return { startLine: place.line, startColumn, endColumn };
}

/** A manifest may lie outside the tree; then no base applies. */
function artifactLocation(file: string): ArtifactLocation {
  const segments = file.replace(/^(\.\/)+/, '').split('/');
  const uri = segments.map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return segments.includes('..') ? { uri } : { uri, uriBaseId: sourceRoot };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
