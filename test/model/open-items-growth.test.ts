import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { openItems } from '../../src/model/open-items.ts';

test('what stands below thousands of groups is found without going deep', () => {
  const groups = Array.from({ length: 20_000 }, (_, at) => `#ifdef X${at}\nint f${at}(void);\n#endif\n`);
  const [open] = openItems(parseHeader({ path: 'a.h', text: `A()\n${groups.join('')}` }), () => false);
  expect(open?.below.length).toBeLessThan(100);
});
