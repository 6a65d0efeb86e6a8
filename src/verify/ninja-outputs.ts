import { isSource, type SpeltStep } from './build-steps.ts';

/** The steps of a build.ninja that generate: custom commands, and whatever makes a source. Compiling and linking do not count. */
export function ninjaSteps(ninja: string): readonly SpeltStep[] {
  const values = new Map<string, string>();
  const lines = ninja.replace(/\$\r?\n[ \t]*/g, ' ').split(/\r?\n/);
  return lines.flatMap((line, at) => {
    const [, name, value = ''] = /^([\w.-]+) *= *([\s\S]*)$/.exec(line) ?? [];
    if (name !== undefined) values.set(name, wordsOf(value, values).join(' '));
    if (!line.startsWith('build ')) return [];
    const words = wordsOf(line.slice(6), values);
    const colon = words.findIndex((word) => word.endsWith(':'));
    const rule = words[colon + 1] ?? '';
    if (colon < 0) return [];
    const outputs = [...words.slice(0, colon), (words[colon] ?? '').slice(0, -1)].filter(
      (word) => word !== '|' && word !== '',
    );
    if (rule === 'phony' || !(/CUSTOM_COMMAND/.test(rule) || outputs.some(isSource))) return [];
    const inputs = words.slice(colon + 2).filter((word) => word !== '|' && word !== '||');
    return [{ outputs, inputs, readsMore: saysLater(lines, at + 1) }];
  });
}

/** Whether the lines that belong to a step name a file that says afterwards what was read. */
function saysLater(lines: readonly string[], from: number): boolean {
  for (let at = from; /^\s+\S/.test(lines[at] ?? ''); at++) if (/^\s+depfile *=/i.test(lines[at] ?? '')) return true;
  return false;
}

/** `$ `, `$:` and `$$` are a space, a colon and a dollar; `$name` and `${name}` a variable of the file. */
function wordsOf(text: string, values: ReadonlyMap<string, string>): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const [whole = '', name] =
      char === '$' ? (/^\$(?:\{([\w.-]+)\}|([\w-]+))/.exec(text.slice(at, at + 200)) ?? []) : [];
    if (whole !== '') {
      word += values.get(name ?? whole.slice(1)) ?? '';
      at += whole.length - 1;
    } else if (char === '$' && at + 1 < text.length) word += text.charAt(++at);
    else if (char === ' ') {
      if (word !== '') words.push(word);
      word = '';
    } else word += char;
  }
  return word === '' ? words : [...words, word];
}
