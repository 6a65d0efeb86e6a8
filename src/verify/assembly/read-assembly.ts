/** A labelled run of a compiler's assembly: a function, a variable, or a constant that only its file names. */
export type Chunk = {
  /** A symbol, or a label such as `.LC0`. */
  readonly name: string;
  readonly kind: 'symbol' | 'local';
  /** The section that it begins in. */
  readonly section: string;
  readonly lines: readonly string[];
};

export type Assembly = {
  readonly chunks: ReadonlyMap<string, Chunk>;
  /** Symbol -> what is said of it besides its bytes: binding, type, size, visibility. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly functions: ReadonlySet<string>;
  /** Symbols that are another name for something of the unit. */
  readonly aliases: ReadonlySet<string>;
};

/**
 * Cuts what `-S` writes (ELF; gcc or clang) into what each symbol consists of. What stands under no symbol, such as a list
 * of constructors, goes by its section; so does a symbol of which only its binding or visibility is said, by its name.
 * Lines about debugging, the compiler's version and the file's name are left out.
 */
export function readAssembly(text: string): Assembly {
  const chunks = new Map<string, { name: string; kind: Chunk['kind']; section: string; lines: string[] }>();
  const attributes = new Map<string, string[]>();
  const functions = new Set<string>();
  const aliases = new Set<string>();
  let section = '.text';
  const stack: string[] = [];
  let pending: string[] = [];
  let current: string | null = null;
  /** The function whose end has not come yet, and its section. */
  let open: { readonly name: string; readonly section: string } | null = null;
  let isVerbatim = false;

  const begin = (name: string, kind: Chunk['kind']): void => {
    const known = chunks.get(name);
    if (known === undefined) chunks.set(name, { name, kind, section, lines: pending });
    else known.lines.push(...pending);
    pending = [];
    current = name;
  };
  const add = (line: string): void => {
    // What follows a table that stands in a function is the function again.
    if (open !== null && section === open.section) current = open.name;
    if (current === null || (chunks.get(current)?.section !== section && current !== open?.name)) {
      begin(`section ${section}`, 'symbol');
    }
    const lines = chunks.get(current ?? '')?.lines;
    lines?.push(...pending, line);
    pending = [];
  };
  /** A section's flags are said once. */
  const spelt = new Map<string, string>();
  const fullSection = (said: string): string => {
    const [name = ''] = said.split(',');
    if (said !== name || !spelt.has(name)) spelt.set(name, said);
    return spelt.get(name) ?? said;
  };
  const enter = (next: string): void => {
    section = next;
    if (open === null) current = null;
    // Of these the flags alone say something: whether the stack may be executed.
    if (/^"?\.note\b/.test(next)) begin(`section ${next}`, 'symbol');
  };

  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('#')) {
      if (line === '#APP') isVerbatim = true;
      else if (line === '#NO_APP') isVerbatim = false;
      continue;
    }
    if (isVerbatim) {
      add(line);
      continue;
    }
    const label = LABEL.exec(line);
    if (label !== null) {
      const name = label[1] ?? '';
      if (PARTITION.test(name)) continue;
      if (!name.startsWith('.L')) {
        begin(name, 'symbol');
        if (functions.has(name)) open = { name, section };
      } else if (open !== null && section === open.section) add(line);
      else begin(name, 'local');
      continue;
    }
    const directive = DIRECTIVE.exec(line);
    if (directive === null) {
      add(line);
      continue;
    }
    const [, word = '', rest = ''] = directive;
    if (IGNORED.has(word) || (word === '.ident' && VERSION.test(rest))) continue;
    if (word === '.set') aliases.add(/^[^,\s]+/.exec(rest)?.[0] ?? '');
    if (word === '.section' || word === '.pushsection') {
      if (word === '.pushsection') stack.push(section);
      enter(fullSection(rest.replace(/\s+/g, '')));
    } else if (word === '.popsection' || word === '.previous') enter(stack.pop() ?? '.text');
    else if (word === '.text' || word === '.data' || word === '.bss') enter(word);
    else if (ALIGNMENT.has(word)) pending.push(line);
    else if (OF_SYMBOL.has(word)) {
      const name = /^[^,\s]+/.exec(rest)?.[0] ?? '';
      const said = attributes.get(name) ?? [];
      attributes.set(name, said);
      said.push(`${word} ${rest.slice(name.length)}`);
      if (word === '.type' && rest.includes('function')) functions.add(name);
      if (word === '.comm' || word === '.lcomm') {
        chunks.set(name, { name, kind: 'symbol', section: word, lines: [] });
        current = null;
      }
      // In its function `.size` is the last that is said of it.
      if (word === '.size' && open?.name === name) {
        open = null;
        current = null;
      }
    } else add(line);
  }
  for (const name of attributes.keys()) {
    if (!chunks.has(name)) chunks.set(name, { name, kind: 'symbol', section: '', lines: [] });
  }
  return { chunks, attributes, functions, aliases };
}

const LABEL = /^("[^"]+"|[\w.$@?]+):/;
const DIRECTIVE = /^(\.[A-Za-z_]\w*)\s*(.*)$/;
/** gcc marks with these where the hot and the cold part of a function begin and end, before and after its symbol. */
const PARTITION = /^\.L(COLD|HOT)[BE]\d+$/;
/** clang writes `.cfi_endproc` behind the end of its function; each has its `.cfi_startproc`. */
const IGNORED: ReadonlySet<string> = new Set('.file .loc .addrsig .addrsig_sym .end .cfi_endproc'.split(' '));
/** `#ident` of a source counts. */
const VERSION = /^"(?:GCC: |.*\bclang version )/;
const ALIGNMENT: ReadonlySet<string> = new Set(['.p2align', '.align', '.balign', '.p2alignw', '.p2alignl']);
const OF_SYMBOL: ReadonlySet<string> = new Set(
  '.globl .global .weak .type .size .hidden .protected .internal .local .comm .lcomm'.split(' '),
);
