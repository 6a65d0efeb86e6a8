import { type Assembly, type Chunk, readAssembly } from './read-assembly.ts';

/**
 * Symbol -> a digest of all that it consists of: its instructions or bytes, the constants and tables that it refers to by
 * a label of its own file, its section, binding and type. Two units with equal maps have the same code; the numbers that a
 * compiler gives to labels and static variables do not count, nor does the order of the symbols.
 */
export type SymbolDigests = ReadonlyMap<string, string>;

export function symbolDigests(text: string, digest: (text: string) => string): SymbolDigests {
  const assembly = readAssembly(text);
  const found = new Map<string, string[]>();
  for (const chunk of assembly.chunks.values()) {
    if (chunk.kind === 'local' || isStaticData(chunk.name, assembly)) continue;
    const name = publicName(chunk.name, assembly);
    const all = found.get(name) ?? [];
    found.set(name, all);
    all.push(canonicalText(chunk, assembly));
  }
  return new Map([...found].map(([name, texts]) => [name, digest(texts.sort().join('\0'))]));
}

/** The function that a compiler made a symbol of: `f` of `f.constprop.#` and `f.cold`. */
export function functionOfSymbol(symbol: string): string {
  return /^[^.]+(?=\.)/.exec(symbol)?.[0] ?? symbol;
}

/** `x.3`: a variable of a function, with a number that depends on what came before. */
function isStaticData(name: string, { attributes, functions }: Assembly): boolean {
  return NUMBERED.test(name) && !functions.has(name) && !isGlobal(attributes.get(name));
}

function isGlobal(said: readonly string[] | undefined): boolean {
  return said?.some((one) => /^\.(globl|global|weak)\b/.test(one)) ?? false;
}

const NUMBERED = /\.\d+$/;
const NUMBERS = /\.\d+(?=\.|$)/g;

function publicName(name: string, { attributes, functions }: Assembly): string {
  return functions.has(name) && !isGlobal(attributes.get(name)) ? name.replace(NUMBERS, '.#') : name;
}

const NAME = /(?<![\w.$])(?:\.L[\w.$]+|[A-Za-z_][\w$]*(?:\.[\w$]+)*\.\d+(?:\.[A-Za-z_]\w*)*)/g;

/** The chunk and what it refers to, with labels numbered in the order in which they are met. */
function canonicalText(chunk: Chunk, assembly: Assembly): string {
  const numbers = new Map<string, string>();
  const queue: Chunk[] = [chunk];
  const lines: string[] = [];
  const rename = (name: string): string => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const made = newName(name, chunk, numbers.size, assembly);
    numbers.set(name, made);
    const other = assembly.chunks.get(name);
    if (other !== undefined && other !== chunk && (other.kind === 'local' || isStaticData(name, assembly)))
      queue.push(other);
    return made;
  };
  for (let at = 0; at < queue.length; at++) {
    const one = queue[at] as Chunk;
    if (one !== chunk) lines.push(`${rename(one.name)}:`);
    lines.push(one.section.replace(NAME, rename).replaceAll(one.name, 'SELF'));
    const said = assembly.attributes.get(one.name) ?? [];
    lines.push(...said.map((line) => line.replaceAll(one.name, 'SELF')).sort());
    for (const line of one.lines) lines.push(/^\.(string|ascii|asciz)/.test(line) ? line : line.replace(NAME, rename));
  }
  return lines.join('\n');
}

function newName(name: string, self: Chunk, count: number, assembly: Assembly): string {
  if (name === self.name) return 'SELF';
  if (name.startsWith('.L') || isStaticData(name, assembly)) return `L${count}`;
  return assembly.functions.has(name) ? publicName(name, assembly) : name;
}

/** The map as one text, equal for equal maps: thousands of units are held at once. */
export function packDigests(digests: SymbolDigests): string {
  return [...digests]
    .map(([name, sum]) => `${name}\t${sum}`)
    .sort()
    .join('\n');
}

export function unpackDigests(packed: string): SymbolDigests {
  return new Map(
    packed.split('\n').flatMap((line) => {
      const at = line.lastIndexOf('\t');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}
