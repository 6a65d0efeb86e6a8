/** A step of a build that makes files of others by a command of the project's own: paths as build.ninja spells them. */
export type NinjaStep = { readonly outputs: readonly string[]; readonly inputs: readonly string[] };

/** The steps of a build.ninja that generate: custom commands, and whatever makes a source. Compiling and linking do not count. */
export function generatingSteps(ninja: string): readonly NinjaStep[] {
  return ninja
    .replace(/\$\r?\n[ \t]*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('build ')) return [];
      const words = wordsOf(line.slice(6));
      const colon = words.findIndex((word) => word.endsWith(':'));
      const rule = words[colon + 1] ?? '';
      if (colon < 0) return [];
      const outputs = [...words.slice(0, colon), (words[colon] ?? '').slice(0, -1)].filter(
        (word) => word !== '|' && word !== '',
      );
      if (rule === 'phony' || !(/CUSTOM_COMMAND/.test(rule) || outputs.some((output) => SOURCE.test(output))))
        return [];
      const inputs = words.slice(colon + 2).filter((word) => word !== '|' && word !== '||');
      return [{ outputs, inputs }];
    });
}

const SOURCE = /\.(?:c|h|cc|cpp|cxx|hh|hpp|hxx|inc|def|tab|S)$/;

/** What steps make of a file, directly or through others. */
export function madeFrom(steps: readonly NinjaStep[], isInput: (path: string) => boolean): readonly string[] {
  const made = new Set<string>();
  for (let size = -1; size !== made.size; ) {
    size = made.size;
    for (const { outputs, inputs } of steps) {
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
