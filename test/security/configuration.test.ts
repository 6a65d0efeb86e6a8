import { appendFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { git } from '../io/temporary-folder.ts';
import { callAll, inHostileProject } from './hostile-project.ts';

/** Every setting of git's that names a program, or a place of programs, that a command of ours might come near. */
function hostileConfiguration(trap: string, top: string): string {
  const commands = ['cat-file', 'grep', 'ls-files', 'ls-tree', 'rev-list', 'rev-parse', 'status', 'update-ref', 'var'];
  return `[core]
	fsmonitor = "${trap}; false"
	hooksPath = ${top}/.git/hostile-hooks
	pager = "${trap}"
	editor = "${trap}"
	askPass = ${top}/.git/hostile-hooks/askpass
	sshCommand = "${trap}; false"
	gitProxy = ${top}/.git/hostile-hooks/proxy
	alternateRefsCommand = "${trap}"
	attributesFile = ${top}/.git/hostile-attributes
[filter "evil"]
	clean = "${trap}; cat"
	smudge = "${trap}; cat"
	process = "${trap}; false"
	required = true
[diff]
	external = "${trap}"
[diff "evil"]
	command = "${trap}"
	textconv = "${trap}; cat"
[merge "evil"]
	driver = "${trap}; true"
[interactive]
	diffFilter = "${trap}; cat"
[commit]
	gpgSign = true
[log]
	showSignature = true
[gpg]
	program = ${top}/.git/hostile-hooks/gpg
[gpg "ssh"]
	program = ${top}/.git/hostile-hooks/gpg
	defaultKeyCommand = "${trap}"
[credential]
	helper = "!${trap}"
[sequence]
	editor = "${trap}"
[trailer "evil"]
	command = "${trap}"
	cmd = "${trap}"
[uploadpack]
	packObjectsHook = "${trap}"
[gc]
	recentObjectsHook = "${trap}"
[hook "evil"]
	event = reference-transaction
	event = post-index-change
	command = "${trap}"
[extensions]
	partialClone = evil
[remote "evil"]
	url = ssh://nowhere.invalid/x
	promisor = true
	uploadpack = "${trap}; false"
	receivepack = "${trap}; false"
[remote "other"]
	url = "ext::sh -c ${trap.replaceAll(' ', '% ')}"
	promisor = true
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[alias]
${commands.map((name) => `\t${name} = "!${trap}"\n`).join('')}
[pager]
${commands.map((name) => `\t${name} = "${trap}"\n`).join('')}`;
}

/** Puts it into the configuration itself, or into a file that this includes. */
function makeHostile(top: string, trap: string, isIncluded: boolean): void {
  git(top, 'config', 'core.repositoryFormatVersion', '1');
  const hooks = join(top, '.git/hostile-hooks');
  mkdirSync(hooks);
  for (const name of ['reference-transaction', 'post-index-change', 'pre-commit', 'post-commit', 'gpg', 'askpass']) {
    writeFileSync(join(hooks, name), `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
  }
  writeFileSync(join(top, '.git/hostile-attributes'), '* filter=evil diff=evil merge=evil\n');
  mkdirSync(join(top, '.git/info'), { recursive: true });
  writeFileSync(join(top, '.git/info/attributes'), '* filter=evil diff=evil merge=evil\n');
  const text = hostileConfiguration(trap, top);
  const file = join(top, '.git/config');
  const before = readFileSync(file, 'utf8');
  if (isIncluded) writeFileSync(join(top, '.git/hostile-config'), text);
  writeFileSync(file, `${before}${isIncluded ? '[include]\n\tpath = hostile-config\n' : text}`);
}

/** Makes git look into the files: their times are not those of the index. */
function touch(top: string): void {
  for (const path of ['store.c', 'include/store.h', 'store.yaml']) utimesSync(join(top, path), 1, 1);
}

test.each([false, true])('no setting of the repository runs a program; included: %s', async (isIncluded) => {
  await inHostileProject(async ({ top, trap, wasRun }) => {
    makeHostile(top, trap, isIncluded);
    touch(top);
    const outcomes = await callAll(top);
    expect(wasRun()).toBe(false);
    expect(outcomes.map(({ exitCode }) => exitCode).filter((code) => code > 2)).toEqual([]);
    // The tool works all the same: what is made is what is made elsewhere.
    expect(outcomes.find(({ err }) => err.includes("branch 'split' made"))?.exitCode).toBe(0);
  });
});

test('nor where an object is missing that a remote promises', async () => {
  await inHostileProject(async ({ top, trap, wasRun }) => {
    const missing = ['include/store.h', 'store.c', 'store.yaml'].map((path) => git(top, 'rev-parse', `HEAD:${path}`));
    makeHostile(top, trap, false);
    for (const id of missing) rmSync(join(top, '.git/objects', id.slice(0, 2), id.slice(2).trim()));
    for (const url of ['.', 'ext::sh -c true', 'https://nowhere.invalid/x', 'evil::x']) {
      writeFileSync(join(top, '.git/hostile-url'), `[remote "evil"]\n\turl = "${url}"\n`);
      git(top, 'config', 'include.path', 'hostile-url');
      for (const { exitCode } of await callAll(top)) expect(exitCode).toBeLessThanOrEqual(2);
      expect(wasRun()).toBe(false);
    }
  });
});

test('a helper for a remote’s protocol is not looked for', async () => {
  await inHostileProject(async ({ top, trap, wasRun, folder }) => {
    const id = git(top, 'rev-parse', 'HEAD:include/store.h').trim();
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/git-remote-evil'), `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
    git(top, 'config', 'core.repositoryFormatVersion', '1');
    git(top, 'config', 'extensions.partialClone', 'evil');
    git(top, 'config', 'remote.evil.url', 'evil://x');
    git(top, 'config', 'remote.evil.vcs', 'evil');
    git(top, 'config', 'remote.evil.promisor', 'true');
    rmSync(join(top, '.git/objects', id.slice(0, 2), id.slice(2)));
    // What the work tree has with the same bytes would be read there.
    appendFileSync(join(top, 'include/store.h'), '\n');
    const path = process.env['PATH'];
    process.env['PATH'] = `${join(folder, 'bin')}:${path}`;
    try {
      expect((await runCommand(top, ['diff', 'store.yaml', '--from', 'HEAD'])).exitCode).toBe(2);
    } finally {
      process.env['PATH'] = path;
    }
    expect(wasRun()).toBe(false);
  });
});
