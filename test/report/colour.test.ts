import { expect, test } from '@jest/globals';
import { type ColourQuestion, wantsColour } from '../../src/report/colour.ts';

type Env = ColourQuestion['env'];

test.each<[flag: ColourQuestion['flag'], env: Env, isTTY: boolean, wanted: boolean]>([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['always', {}, false, true],
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { FORCE_COLOR: 'false' }, true, false],
  ['auto', { TERM: 'dumb' }, true, false],
])('--color=%s, %j, terminal %j: %j', (flag, env, isTTY, wanted) => {
  expect(wantsColour({ flag, env, isTTY })).toBe(wanted);
});
