import { expect, test } from '@jest/globals';
import { includeOperandLike } from '../../src/edits/include-operand.ts';

test.each([
  ['linux/kernel.h', '#include <linux/err.h>\n', '<linux/kernel.h>'],
  ['linux/kernel.h', '#include <linux/err.h>\n#include "linux/sched.h"\n', '"linux/kernel.h"'],
  ['qemu/main-loop.h', '#include <stdio.h>\n', '"qemu/main-loop.h"'],
  ['lock.h', '#include <list.h>\n', '"lock.h"'],
  ['stdio.h', '', '<stdio.h>'],
])('%s below %j', (path, text, operand) => {
  expect(includeOperandLike(path, text)).toBe(operand);
});
