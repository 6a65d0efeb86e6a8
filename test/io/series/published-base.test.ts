import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { publishedBase } from '../../../src/io/series/published-base.ts';
import { identify } from '../init-repository.ts';
import { git } from '../temporary-folder.ts';
import { inRepository, onSite } from './series-fixture.ts';

async function baseOf(top: string): Promise<{ readonly commit: string; readonly codes: readonly string[] }> {
  return onSite(top, ({ bench, start }) => {
    const { commit, findings } = publishedBase(bench, start.commit);
    return { commit, codes: findings.map(({ code }) => code) };
  });
}

test('base-commit is what others have: the upstream, else a remote branch; a note where none has it', async () => {
  await inRepository({ 'a.h': '' }, async (origin, folder) => {
    const published = git(origin, 'rev-parse', 'HEAD').trim();
    // Nothing is known of a repository without remote branches.
    expect(await baseOf(origin)).toEqual({ commit: published, codes: [] });
    const top = join(folder, 'clone');
    git(folder, 'clone', '-q', origin, top);
    identify(join(top, '.git'));
    expect(await baseOf(top)).toEqual({ commit: published, codes: [] });
    git(top, 'commit', '-q', '--allow-empty', '-m', 'not sent yet');
    const local = git(top, 'rev-parse', 'HEAD').trim();
    expect(await baseOf(top)).toEqual({ commit: published, codes: [] });
    git(top, 'checkout', '-q', '--detach');
    expect(await baseOf(top)).toEqual({ commit: local, codes: ['base-unpublished'] });
    git(top, 'tag', 'sent');
    expect(await baseOf(top)).toEqual({ commit: local, codes: [] });
  });
});
