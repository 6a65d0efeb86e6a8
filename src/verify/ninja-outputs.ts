/**
 * What a build.ninja makes of a file by a command of the project's own, directly or in steps: paths as it spells them.
 * Compiling and linking do not count.
 */
export function madeFrom(ninja: string, isInput: (path: string) => boolean): readonly string[] {
  const edges = ninja
    .replace(/\$\r?\n[ \t]*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('build ')) return [];
      const words = wordsOf(line.slice(6));
      const colon = words.findIndex((word) => word.endsWith(':'));
      const rule = words[colon + 1] ?? '';
      if (colon < 0 || !/CUSTOM_COMMAND/.test(rule)) return [];
      const outputs = [...words.slice(0, colon), (words[colon] ?? '').slice(0, -1)].filter(
        (word) => word !== '|' && word !== '',
      );
      const inputs = words.slice(colon + 2).filter((word) => word !== '|' && word !== '||');
      return [{ outputs, inputs }];
    });
  const made = new Set<string>();
  for (let size = -1; size !== made.size; ) {
    size = made.size;
    for (const { outputs, inputs } of edges) {
      if (inputs.some((input) => made.has(input) || isInput(input))) for (const output of outputs) made.add(output);
    }
  }
  return [...made];
}

/** `$ `, `$:` and `$$` are a space, a colon and a dollar. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '$' && at + 1 < text.length) word += text.charAt(++at);
    else if (char === ' ') {
      if (word !== '') words.push(word);
      word = '';
    } else word += char;
  }
  return word === '' ? words : [...words, word];
}
