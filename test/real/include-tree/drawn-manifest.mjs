import { hash } from '../packaged-headers.mjs';

const PARTS = ['common', 'graph', 'io'];

/** A manifest that sends each function of a header to a part drawn by seed. */
export function drawManifest(seed, path, names) {
  const parts = new Map(names.map((name) => [name, PARTS[hash(`${seed}/${path}/${name}`) % PARTS.length]]));
  return { path, parts, lines: [] };
}

export function textOf({ path, parts, lines }) {
  return [
    'version: 1',
    `header: ${JSON.stringify(path)}`,
    `parts: { ${PARTS.map((part) => `${part}: {}`).join(', ')} }`,
    ...lines,
    'prototypes:',
    ...[...parts].map(([name, part]) => `  "${name}": ${part}`),
    '',
  ].join('\n');
}

/** The manifest as what a finding advises makes it; null where the advice asks a person to think, or was followed before. */
export function follow(manifest, next) {
  if (next.includes('`reinclude: once`') && manifest.lines.length === 0)
    return { ...manifest, lines: ['reinclude: once'] };
  const [, listed, part] = /^Assign ((?:'[^']+'(?:, )?)+) to '([^']+)'[.,]/.exec(next) ?? [];
  if (listed === undefined) return null;
  const names = listed.split(', ').map((name) => name.slice(1, -1));
  if (names.every((name) => manifest.parts.get(name) === part)) return null;
  return { ...manifest, parts: new Map([...manifest.parts, ...names.map((name) => [name, part])]) };
}
