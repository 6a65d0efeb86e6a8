import { type Assembly, type Chunk, readAssembly } from './read-assembly.ts';

/**
 * Symbol -> a digest of all that it consists of: its instructions or bytes, the constants and tables that it refers to by
 * a label of its own file, its section, binding and type. Two units with equal maps have the same code; the numbers that a
 * compiler gives to labels and static variables do not count, nor does the order of the symbols, except that of variables
 * in sections of the project's own: a linker makes tables of these.
 */
export type SymbolDigests = ReadonlyMap<string, string>;

export function symbolDigests(text: string, digest: (text: string) => string): SymbolDigests {
  const assembly = readAssembly(text);
  const found = new Map<string, string[]>();
  const add = (name: string, line: string): void => {
    const all = found.get(name) ?? [];
    found.set(name, all);
    all.push(line);
  };
  const reached = new Set<Chunk>();
  const chunks = [...assembly.chunks.values()];
  const isOwn = (chunk: Chunk): boolean => chunk.kind === 'symbol' && !isStaticData(chunk.name, assembly);
  for (const chunk of chunks) {
    if (isOwn(chunk)) add(publicName(chunk, assembly), canonicalText(chunk, assembly, reached));
  }
  // What nothing refers to is there all the same: `__attribute__((used))` in a function.
  const unused = chunks.filter((chunk) => !isOwn(chunk) && !reached.has(chunk));
  for (const chunk of unused) add(withoutNumbers(chunk), canonicalText(chunk, assembly, new Set()));
  const tables = new Map<string, string[]>();
  for (const chunk of chunks) {
    if (reached.has(chunk) || !isTable(chunk, assembly)) continue;
    tables.set(chunk.section, [...(tables.get(chunk.section) ?? []), withoutNumbers(chunk)]);
  }
  for (const [section, names] of tables) add(`order of section ${section}`, names.join('\n'));
  return new Map([...found].map(([name, texts]) => [name, digest(texts.sort().join('\0'))]));
}

/** Whether a variable stands in a section that the source names. */
function isTable({ name, kind, section }: Chunk, { functions }: Assembly): boolean {
  return (
    kind === 'symbol' && section !== '' && !functions.has(name) && !name.startsWith('section ') && !USUAL.test(section)
  );
}

/** Sections that compilers choose, also with `-fdata-sections`. */
const USUAL = /^"?\.(?:text|data|bss|rodata|[st]data\d*|[st]bss\d*|l?comm|lrodata|ldata|lbss|note)\b/;

/** The function that a compiler made a symbol of: `f` of `f.constprop.#` and `f.cold`. Of a section its name without flags. */
export function functionOfSymbol(symbol: string): string {
  if (symbol.startsWith(REFERENCE)) return symbol.slice(REFERENCE.length);
  return /^(?:order of )?section [^,]+|^[^.]+(?=\.)/.exec(symbol)?.[0] ?? symbol;
}

/** `x.3`: a variable of a function, with a number that depends on what came before. */
function isStaticData(name: string, { attributes, functions }: Assembly): boolean {
  return NUMBERED.test(name) && !functions.has(name) && !isGlobal(attributes.get(name));
}

function isGlobal(said: readonly string[] | undefined): boolean {
  return said?.some((one) => /^\.(globl|global|weak)\b/.test(one)) ?? false;
}

/** `e.#` of a variable of a function, `.LC#` of a constant. */
function withoutNumbers({ name, kind }: Chunk): string {
  return kind === 'local' ? name.replace(/\d+/g, '#') : name.replace(NUMBERS, '.#');
}

const NUMBERED = /\.\d+$/;
const NUMBERS = /\.\d+(?=\.|$)/g;

function publicName({ name, section }: Chunk, assembly: Assembly): string {
  return section === '' && !assembly.aliases.has(name) ? `${REFERENCE}${name}` : functionName(name, assembly);
}

/** Stands before a symbol that the unit only refers to. */
export const REFERENCE = 'reference to ';

function functionName(name: string, { attributes, functions }: Assembly): string {
  return functions.has(name) && !isGlobal(attributes.get(name)) ? name.replace(NUMBERS, '.#') : name;
}

const NAME = /(?<![\w.$])(?:\.L[\w.$]+|[A-Za-z_][\w$]*(?:\.[\w$]+)*\.\d+(?:\.[A-Za-z_]\w*)*)/g;

/**
 * The chunk and what it refers to, with labels numbered in the order in which they are met.
 *
 * @param reached Gets the chunks that it refers to.
 */
function canonicalText(chunk: Chunk, assembly: Assembly, reached: Set<Chunk>): string {
  const numbers = new Map<string, string>();
  const queue: Chunk[] = [chunk];
  const lines: string[] = [];
  const rename = (name: string): string => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const made = newName(name, chunk, numbers.size, assembly);
    numbers.set(name, made);
    const other = assembly.chunks.get(name);
    if (other !== undefined && other !== chunk && (other.kind === 'local' || isStaticData(name, assembly))) {
      queue.push(other);
      reached.add(other);
    }
    return made;
  };
  for (let at = 0; at < queue.length; at++) {
    const one = queue[at] as Chunk;
    if (one !== chunk) lines.push(`${rename(one.name)}:`);
    lines.push(one.section.replace(NAME, rename).replaceAll(one.name, 'SELF'));
    const said = assembly.attributes.get(one.name) ?? [];
    const sorted = said.map((line) => line.replaceAll(one.name, 'SELF')).sort();
    lines.push(...sorted.map((line) => line.replace(NAME, rename)));
    for (const line of one.lines) lines.push(/^\.(string|ascii|asciz)/.test(line) ? line : line.replace(NAME, rename));
  }
  return lines.join('\n');
}

function newName(name: string, self: Chunk, count: number, assembly: Assembly): string {
  if (name === self.name) return 'SELF';
  if (name.startsWith('.L') || isStaticData(name, assembly)) return `L${count}`;
  return assembly.functions.has(name) ? functionName(name, assembly) : name;
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
