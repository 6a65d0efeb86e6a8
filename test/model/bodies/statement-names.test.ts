import { expect, test } from '@jest/globals';
import { namesOfStatement } from '../../../src/model/bodies/statement-names.ts';

test.each([
  ['g_assert(qemu_in_main_thread());', 'g_assert qemu_in_main_thread', '', ''],
  ['luai_apicheck(L, L->top < ci->top.p);', 'luai_apicheck', '', 'L ci'],
  ['assert(!(n * m) && x == NULL);', 'assert', '', 'n m x NULL'],
  ['assert(((struct list *)p)->next && sizeof(queue *) > 1);', 'assert', 'list queue', 'p'],
  ['assert((node)p == (q));', 'assert', 'node', 'p q'],
  ['check(s.lock, &(struct at){ .line = line });', 'check', 'at', 's line'],
  ['{ int i = held(); Lock *l = lock; check(i, l); }', 'held check', 'Lock', 'lock'],
  ['{ struct lock *l = get(); check(l); }', 'get check', 'lock', ''],
  ['for (Node *n = head; n; n = n->next) check(n);', 'check', 'Node', 'head'],
  ['for (int i = 0; i < count; i++) check(i);', 'check', '', 'count'],
  ['if (a) goto out; else return b;', '', '', 'a b'],
  ['while (busy(dev)) { wait(dev); }', 'busy wait', '', 'dev'],
])('%s', (statement, called, types, plain) => {
  const names = namesOfStatement(statement);
  expect([names.called.join(' '), names.types.join(' '), names.plain.join(' ')]).toEqual([called, types, plain]);
});
