import { gitIn, type Repository } from './git.ts';

/** More files than this are asked of one process after another: their texts are held at once. */
const AT_ONCE = 256;

/**
 * The bytes (latin1) of blobs by any name that git knows them by (`HEAD:a.h`, an id), in the order of the names; null
 * for what is no blob, too large, or missing. One process reads many. A user may have spelt a name: none is taken as an
 * option.
 */
export function readBlobs(repository: Repository, names: readonly string[]): readonly (string | null)[] {
  if (names.length > AT_ONCE) return inHalves(repository, names);
  // git reads one name a line.
  const asked = names.filter((name) => !/[\0\n]/.test(name));
  if (asked.length === 0) return names.map(() => null);
  const input = Buffer.from(asked.map((name) => `${name}\n`).join(''), 'utf8').toString('latin1');
  const result = gitIn(repository, ['cat-file', '--batch'], { input });
  if (result.kind === 'too-long' && names.length > 1) return inHalves(repository, names);
  const texts = result.kind === 'done' ? splitBatch(result.output) : [];
  let at = 0;
  return names.map((name) => (/[\0\n]/.test(name) ? null : (texts[at++] ?? null)));
}

function inHalves(repository: Repository, names: readonly string[]): readonly (string | null)[] {
  const half = Math.ceil(names.length / 2);
  return [...readBlobs(repository, names.slice(0, half)), ...readBlobs(repository, names.slice(half))];
}

/** Each object: `<id> <type> <size>`, its bytes, a line end; else one line that ends in `missing` or `ambiguous`. */
function splitBatch(output: Buffer): readonly (string | null)[] {
  const texts: (string | null)[] = [];
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf(0x0a, at);
    const line = output.toString('latin1', at, lineEnd < 0 ? output.length : lineEnd);
    at += line.length + 1;
    const found = /^[0-9a-f]{40,64} ([a-z]+) ([0-9]+)$/.exec(line);
    if (!found) {
      texts.push(null);
      continue;
    }
    const size = Number(found[2]);
    texts.push(found[1] === 'blob' ? output.toString('latin1', at, at + size) : null);
    at += size + 1;
  }
  return texts;
}
