import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { cutHeader, takeApart } from '../../src/regenerate/rearrange/moved-units.ts';
import { soundManifest } from '../manifest/check-manifest.ts';

const COUNT = 1000;
const names = Array.from({ length: COUNT }, (_, at) => `f${at}`);
const manifest = soundManifest(
  `version: 1\nheader: h.h\nparts:\n  common: {}\n  io: {}\nprototypes:\n${names.map((name) => `  ${name}: io\n`).join('')}`,
);
const header = parseHeader({
  path: 'h.h',
  text: names.map((name) => `/* ${name} */\nint ${name}(void);\n\n`).join(''),
});

test('a comment leaves with what stands below it, found without a look at all below', () => {
  const cut = cutHeader(header, new Set());
  let looks = 0;
  const containers = cut.containers.map((container) => ({
    ...container,
    nodes: new Proxy(container.nodes, {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key);
      },
    }),
  }));
  const moves = new Map([[COUNT >> 1, { kind: 'to', part: 'common' } as const]]);
  const { units, travelling } = takeApart({ ...cut, containers }, manifest, moves, new Map());
  expect(units.map(({ text }) => text)).toEqual([`/* f${COUNT >> 1} */\nint f${COUNT >> 1}(void);`]);
  expect(travelling.size).toBe(1);
  expect(looks).toBeLessThan(40 * COUNT);
});
