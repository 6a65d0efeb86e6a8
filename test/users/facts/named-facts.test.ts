import { expect, it } from '@jest/globals';
import { namesOfC } from '../../../src/scan/words.ts';
import { namedFacts } from '../../../src/users/facts/named-facts.ts';
import { makeFactReader } from '../../../src/users/facts/read-facts.ts';

it('reads the code of files that hold a word that is asked for, and the directives of all', () => {
  const texts = ['#define A 1\nint wanted;\n', '#include "a.h"\nint other(void);\n', 'int unwanted;\n'];
  const names = namesOfC();
  const read = makeFactReader(names);
  const named = namedFacts(texts.map(read), (file) => texts[file] ?? '', names);
  const words = (): readonly (readonly string[])[] => named.facts.map((one) => [...one.names].map(names.wordOf));
  named.ask([names.numberOf('wanted')]);
  expect(words()).toEqual([['wanted'], [], []]);
  named.ask([names.numberOf('other'), names.numberOf('unwanted')], (file) => file === 1);
  expect(words()).toEqual([['wanted'], ['other'], []]);
  expect(named.facts.map(({ macros, includes }) => [macros.length, includes.length])).toEqual([
    [1, 0],
    [0, 1],
    [0, 0],
  ]);
});
