/** A declaration of a preprocessed unit: its tokens joined by spaces, and where each token came from. */
export type Declared = {
  readonly tokens: readonly string[];
  /** Of each token the index of its place in `files` and its line. */
  readonly files: readonly string[];
  readonly lines: readonly number[];
  /** The function that it defines; null for anything else. */
  readonly defines: string | null;
};

/** The top level of what `-E` prints, line markers read. */
export function readPreprocessed(text: string): readonly Declared[] {
  const found: Declared[] = [];
  let file = '';
  let line = 0;
  let tokens: string[] = [];
  let files: string[] = [];
  let lines: number[] = [];
  let depth = 0;
  let isBody = false;
  const end = (): void => {
    if (tokens.length > 0) found.push({ tokens, files, lines, defines: isBody ? definedName(tokens) : null });
    [tokens, files, lines, depth, isBody] = [[], [], [], 0, false];
  };
  for (const row of text.split('\n')) {
    const marker = MARKER.exec(row);
    if (marker !== null) {
      [line, file] = [Number(marker[1]), unquoted(marker[2] ?? '')];
      continue;
    }
    if (PRAGMA.test(row) && tokens.length === 0) {
      const own = row.match(TOKEN) ?? [];
      found.push({ tokens: own, files: own.map(() => file), lines: own.map(() => line), defines: null });
    } else if (!/^\s*#/.test(row) || PRAGMA.test(row)) {
      for (const token of row.match(TOKEN) ?? []) {
        if (token === '{' && depth === 0) isBody = opensBody(tokens);
        tokens.push(token);
        files.push(file);
        lines.push(line);
        if (OPENING.has(token)) depth++;
        else if (CLOSING.has(token)) depth--;
        if (depth <= 0 && (token === ';' || (token === '}' && isBody))) end();
      }
    }
    line++;
  }
  end();
  return found;
}

/** These are all that is left of directives; between declarations each stands for itself. */
const PRAGMA = /^\s*#\s*pragma\b/;
const MARKER = /^# (\d+) "((?:[^"\\]|\\.)*)"/;
const TOKEN =
  /\\["'\\]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w$.]+|<<=|>>=|->|\+\+|--|<<|>>|&&|\|\||[-+*/%&|^=!<>]=|##|\S/g;
const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

function unquoted(path: string): string {
  return path.replace(/\\(.)/g, '$1');
}

function opensBody(tokens: readonly string[]): boolean {
  if (tokens[0] === 'typedef' || tokens.includes('=') || !tokens.includes('(')) return false;
  return !['struct', 'union', 'enum'].includes(tokens.at(-2) ?? '') || tokens.at(-1) === ')';
}

/** The name before the first bracket that is not that of an attribute. */
function definedName(tokens: readonly string[]): string | null {
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at + 1] !== '(') continue;
    const word = tokens[at] ?? '';
    if (!/^[A-Za-z_$][\w$]*$/.test(word) || ATTRIBUTES.has(word)) {
      if (ATTRIBUTES.has(word)) at = closing(tokens, at + 1);
      continue;
    }
    return word;
  }
  return null;
}

const ATTRIBUTES: ReadonlySet<string> = new Set(
  '__attribute__ __attribute __declspec __asm__ asm __asm __typeof__ typeof _Alignas __extension__'.split(' '),
);

function closing(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at] === '(') depth++;
    else if (tokens[at] === ')' && --depth === 0) return at;
  }
  return tokens.length;
}
