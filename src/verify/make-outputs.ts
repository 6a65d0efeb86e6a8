import { isSource, type SpeltStep } from './build-steps.ts';

/** Beyond this a line that variables make longer is left out: they can double each time. */
const LONGEST = 1 << 16;
const DEEPEST = 20;

/**
 * The rules of a makefile that make sources or headers of other files, as far as they can be read without make: those that
 * name their files, directly, by variables that the file sets, or as `a.h b.h: %.h: %.in`. Functions, conditions, included
 * files and rules for a pattern alone are not followed.
 */
export function makeSteps(makefile: string): readonly SpeltStep[] {
  const values = new Map<string, string>();
  const rules: (readonly [string, string])[] = [];
  for (const line of makefile.replace(/\\\r?\n[ \t]*/g, ' ').split(/\r?\n/)) {
    const plain = line.startsWith('\t') ? '' : line.replace(/(^|\s)#[\s\S]*/, '');
    const [, name, sign, value = ''] =
      /^ *(?:export +|override +)?([\w.-]+)[ \t]*(\+|\?|::?:?)?=(.*)$/.exec(plain) ?? [];
    if (name !== undefined) {
      const known = values.get(name);
      if (sign === '+' && known !== undefined) values.set(name, `${known} ${value}`.slice(0, LONGEST));
      else if (sign !== '?' || known === undefined) values.set(name, value.trim());
      continue;
    }
    const [, targets, sources] = /^([^\s:=][^:=]*)::?(?!=)([^=;]*)/.exec(plain) ?? [];
    if (targets !== undefined && sources !== undefined) rules.push([targets.replace(/(?<! ) *&?$/, ''), sources]);
  }
  const searched = wordsOf((values.get('VPATH') ?? '').replaceAll(':', ' '), values).words;
  return rules.flatMap(([targets, sources]) => {
    const outputs = wordsOf(targets, values).words;
    if (!outputs.some(isSource)) return [];
    const [pattern, stemmed] = sources.split(':', 2);
    if (stemmed === undefined) return step(outputs, wordsOf(sources, values), searched);
    const [outer = ''] = wordsOf(pattern ?? '', values).words;
    const inner = wordsOf(stemmed, values);
    return outputs.flatMap((output) => {
      const stem = stemOf(output, outer);
      const words = inner.words.map((word) => word.replace('%', () => stem ?? ''));
      return stem === null ? [] : step([output], { ...inner, words }, searched);
    });
  });
}

function step(outputs: readonly string[], inputs: Words, searched: readonly string[]): readonly SpeltStep[] {
  const named = outputs.filter((word) => !word.includes('%'));
  const read = inputs.words.filter((word) => word !== '|' && !word.includes('%'));
  if (named.length === 0 || (read.length === 0 && inputs.isAll)) return [];
  const everywhere = read.flatMap((word) => [word, ...searched.map((folder) => `${folder}/${word}`)]);
  return [{ outputs: named, inputs: everywhere, readsMore: !inputs.isAll }];
}

function stemOf(word: string, pattern: string): string | null {
  const [before = '', after] = pattern.split('%');
  if (after === undefined || word.length < pattern.length - 1) return null;
  return word.startsWith(before) && word.endsWith(after) ? word.slice(before.length, word.length - after.length) : null;
}

type Words = { readonly words: readonly string[] /** None was left out. */; readonly isAll: boolean };

/** The words of a text with its variables in place; one with anything else that make would expand is left out. */
function wordsOf(text: string, values: ReadonlyMap<string, string>): Words {
  let left = text;
  for (let depth = 0; depth < DEEPEST && left.includes('$') && left.length < LONGEST; depth++) {
    let size = left.length;
    const next = left.replace(/\$(?:\(([\w.-]+)\)|\{([\w.-]+)\})/g, (whole, a?: string, b?: string) => {
      const value = values.get(a ?? b ?? '') ?? whole;
      size += value.length;
      return size < LONGEST ? value : whole;
    });
    if (next === left) break;
    left = next;
  }
  if (left.length >= LONGEST) return { words: [], isAll: false };
  const plain = left.replace(/\$\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$');
  const words = plain.split(/\s+/).filter((word) => word !== '' && !word.includes('$'));
  return { words, isAll: !left.includes('$') };
}
