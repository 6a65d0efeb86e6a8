import { expect } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { formatFindings } from '../../src/report/text.ts';
import type { Place } from '../../src/text/place.ts';
import { bytesOfText } from '../../src/text/source-text.ts';
import { collectOutputs } from '../collect-outputs.ts';

/** Parses YAML given as text and compares the findings, each as `line:column-end code: message (line:column label)`. */
export function checkFindings(yaml: string, expected: readonly string[]): void {
  expect(findingsOf(bytesOfText(yaml))).toEqual(expected);
}

export function findingsOf(bytes: string): string[] {
  const { manifest, findings } = parseManifest({ path: 'split.yaml', text: bytes });
  expect(manifest === null).toBe(findings.length > 0);
  collectOutputs(formatFindings(findings, false));
  return findings.map(format);
}

export function soundManifest(yaml: string): Manifest {
  const { manifest, findings } = parseManifest({ path: 'split.yaml', text: bytesOfText(yaml) });
  expect(findings.map(format)).toEqual([]);
  if (manifest === null) throw new Error('a manifest without findings is null');
  return manifest;
}

function format({ code, message, places: [first, ...others] }: Diagnostic): string {
  const related = others.map(({ place, label }) => ` (${position(place)} ${label})`);
  return `${position(first.place)}-${first.place.endColumn} ${code}: ${message}${related.join('')}`;
}

function position({ line, column }: Place): string {
  return `${line}:${column}`;
}
