import { expect, test } from '@jest/globals';
import { tryUsers } from '../properties/users/try-users.ts';

// A few of the trees that `npm run test:properties -- --law users` tries a thousand of.
test('the laws of a change of includes hold on generated trees', () => {
  const verdicts = Array.from({ length: 25 }, (_, at) => tryUsers(at + 1));
  expect(verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? [verdict.message] : []))).toEqual([]);
});
