import type { GeneratedTree } from './generated-tree.ts';

/** A name that a unit uses, and whether it meant something there. */
export type SeenUse = { readonly key: string; readonly isDeclared: boolean };

/**
 * What a compiler sees of a unit under a configuration: an own small preprocessor, which knows nothing of the tool's. Each
 * use is told by file, line and the way through macros; those in the bodies of macros where the macros are used.
 */
export function usesSeen(tree: GeneratedTree, unit: string, defined: readonly string[]): readonly SeenUse[] {
  const macros = new Map<string, string>(defined.map((name) => [name, '']));
  const declared = new Set<string>();
  const seen: SeenUse[] = [];
  const read = (path: string): void => {
    const active: boolean[] = [];
    let text = 0;
    for (const line of (tree[path] ?? '').split('\n')) {
      const isActive = active.every(Boolean);
      const [, word = '', rest = ''] = /^#\s*(\w+)\s*(.*)$/.exec(line) ?? [];
      if (word === 'ifdef' || word === 'ifndef') {
        if (isActive && word === 'ifdef' && /^[A-Z]_/.test(rest)) {
          seen.push({ key: `${path}:${text}:#${rest}`, isDeclared: macros.has(rest) });
        }
        active.push(macros.has(rest) === (word === 'ifdef'));
      } else if (word === 'else') active.push(!active.pop());
      else if (word === 'endif') active.pop();
      else if (word === 'include') {
        const target = `include/${rest.slice(1, -1)}`;
        if (isActive) read(target);
        continue;
      } else if (isActive && word === 'define') {
        const [, name = '', body = ''] = /^(\w+)(?:\([^)]*\))?\s*(.*)$/.exec(rest) ?? [];
        macros.set(name, body);
      } else if (isActive) readCode(line, `${path}:${text}`);
      text++;
    }
  };
  const readCode = (line: string, place: string): void => {
    const code = line.replace(/\/\*.*?\*\/|"[^"]*"/g, '');
    const found = /^(?:int (\w+)\(|typedef struct \w+ (\w+);|enum \{ (\w+) \})/.exec(code);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    const used = /sizeof\((\w+)\)|(?<=\()(Node) \*n/.exec(code);
    if (name === undefined || used?.[2] !== undefined) {
      const one = used?.[1] ?? used?.[2];
      if (one !== undefined) expand(one, place, new Set());
    }
    if (name !== undefined) declared.add(name);
  };
  const expand = (name: string, place: string, inside: ReadonlySet<string>): void => {
    if (inside.has(name)) return;
    const body = macros.get(name);
    seen.push({ key: `${place} ${name}`, isDeclared: body !== undefined || declared.has(name) });
    if (body === undefined) return;
    for (const word of body.match(/[A-Za-z_]\w*/g) ?? [])
      if (word !== 'n') expand(word, `${place} ${name}`, new Set([...inside, name]));
  };
  read(unit);
  return seen;
}
