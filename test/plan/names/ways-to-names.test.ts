import { expect, test } from '@jest/globals';
import { namesLeadingTo, routeOf, waysTo } from '../../../src/plan/names/ways-to-names.ts';

/** Macro -> the words of its body. */
function macrosOf(bodies: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(bodies).map(([name, body], item) => [
      name,
      [{ item, path: [], isFunctionLike: false, words: body.split(' ') }],
    ]),
  );
}

function routesFrom(used: readonly string[], wanted: readonly string[], bodies: Readonly<Record<string, string>>) {
  const [names, macros] = [new Map(wanted.map((name) => [name, true])), macrosOf(bodies)];
  const { ways, isCut } = waysTo(names, { used, except: [], leading: namesLeadingTo(names, macros), macros });
  return { routes: ways.map((way) => routeOf(way).join(' ')), isCut };
}

test('the shortest way to each name, the nearest first', () => {
  const found = routesFrom(['A', 'f'], ['f', 'g', 'h'], { A: 'B C', B: 'C g', C: 'h A' });
  expect(found).toEqual({ routes: ['f', 'A B g', 'A C h'], isCut: false });
});

test('what is used directly is found whatever else leads far', () => {
  const chain = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`M${at}`, at < 1999 ? `M${at + 1}` : 'g']));
  expect(routesFrom(['M0', 'f'], ['f', 'g'], chain)).toEqual({ routes: ['f'], isCut: true });
  expect(routesFrom(['M1990', 'f'], ['f', 'g'], chain).isCut).toBe(false);
});

test('macros that lead to no name are not followed', () => {
  const chain = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`M${at}`, `M${at + 1}`]));
  expect(routesFrom(['M0', 'f'], ['f'], chain)).toEqual({ routes: ['f'], isCut: false });
});
