import { expect, test } from '@jest/globals';
import { parseHeader } from '../../../src/model/lower-header.ts';
import { isWithin, type Path, type Step } from '../../../src/model/reading-order.ts';
import { inForce, type MacroEvent } from '../../../src/plan/names/macro-events.ts';
import { usesOf } from '../../../src/plan/names/names-used.ts';

const TEXT = `#define X 0
#if A
#define X 1
#if B
#define X 2
#undef X
#else
#define X 3
int a[X];
#endif
int b[X];
#elif C
int c[X];
#define X 4
#elif D
#define X 5
#if E
int d[X];
#endif
#else
#define X 6
#endif
int e[X];
#undef X
int f[X];
`;

test('the definitions in force are those that a look at each event finds, wherever the use stands', () => {
  const { steps, events } = usesOf(parseHeader({ path: 'h.h', text: TEXT }));
  const all = events.get('X') ?? [];
  expect(all).toHaveLength(9);
  for (const { path } of steps) {
    for (let before = 0; before <= steps.length; before++)
      expect(inForce(steps, [{ events: all, before }], path)).toEqual(naive(steps, all, before, path));
  }
});

test('the branches beside a use are passed over together', () => {
  const branches = Array.from({ length: 4096 }, (_, at) => `#elif B${at}\n#define X ${at}\nint v${at}[X];`).join('\n');
  const { steps, events } = usesOf(parseHeader({ path: 'h.h', text: `#if A\n${branches}\n#endif\n` }));
  const all = events.get('X') ?? [];
  let looks = 0;
  const counted = new Proxy(all, {
    get: (target, key) => {
      looks += 1;
      return Reflect.get(target, key);
    },
  });
  for (const at of [3, steps.length >> 1, steps.length - 1]) {
    looks = 0;
    const path = steps[at]?.path ?? [];
    // As a part that is read after all of them sees it.
    inForce(steps, [{ events: counted, before: Number.POSITIVE_INFINITY }], path);
    expect(looks).toBeLessThan(200);
  }
});

function naive(steps: readonly Step[], events: readonly MacroEvent[], before: number, path: Path) {
  const deciding: MacroEvent[] = [];
  for (const event of events.filter(({ step }) => step < before).reverse()) {
    const around = steps[event.step]?.path ?? [];
    if (around.some((one, at) => path[at]?.group === one.group && path[at]?.branch !== one.branch)) continue;
    deciding.push(event);
    if (isWithin(around, path)) break;
  }
  return deciding.reverse();
}
