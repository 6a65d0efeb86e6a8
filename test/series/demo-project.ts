import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { parseSeries } from '../../src/manifest/series/parse-series.ts';
import type { SeriesFile } from '../../src/manifest/series/series-file.ts';
import { bytesOfText } from '../../src/text/source-text.ts';
import { memoryTree, type Tree } from '../../src/text/tree.ts';

const demo = join(import.meta.dirname, '../../manifests/demo');

/** The demo's project as a tree in memory. */
export function demoTree(): Tree {
  const folder = join(demo, 'project');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return memoryTree(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')])));
}

export function demoManifest(): Manifest {
  return manifestOf(readFileSync(join(demo, 'volume.yaml'), 'utf8'));
}

/** A sound manifest from YAML. */
export function manifestOf(yaml: string): Manifest {
  const { manifest, findings } = parseManifest({ path: 'split.yaml', text: bytesOfText(yaml) });
  if (manifest === null) throw new Error(JSON.stringify(findings));
  return manifest;
}

/** A sound series file from its YAML without version and manifests: what is added begins at line 3. */
export function seriesOf(yaml: string): SeriesFile {
  const text = bytesOfText(`version: 1\nmanifests: [split.yaml]\n${yaml}`);
  const { series, findings } = parseSeries({ path: 'series.yaml', text });
  if (series === null) throw new Error(JSON.stringify(findings));
  return series;
}
