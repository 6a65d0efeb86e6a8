import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { putMails } from '../../../../src/io/series/mails/put-mails.ts';
import { inTemporaryFolder, putFiles, snapshot } from '../../temporary-folder.ts';

const mails = [
  { name: 'v2-0000-cover-letter.patch', text: 'cover\xe9\n' },
  { name: 'v2-0001-a.patch', text: 'a' },
];
const texts = { 'v2-0000-cover-letter.patch': 'cover\xe9\n', 'v2-0001-a.patch': 'a' };

test('into a new folder, with those above it', async () => {
  await inTemporaryFolder((folder) => {
    expect(putMails(folder, 'x/y/out', mails)).toBeNull();
    expect(snapshot(join(folder, 'x/y'))).toEqual({ 'out/': '', ...prefixed('out/') });
  });
});

test('into a folder that holds another version, over the same version', async () => {
  await inTemporaryFolder((folder) => {
    const others = { '0001-b.patch': 'v1', 'v3-0001-b.patch': 'v3', 'notes.txt': '', 'v2-0001-a.patch': 'old' };
    putFiles(join(folder, 'out'), others);
    for (const _ of ['first', 'second']) {
      expect(putMails(folder, 'out', mails)).toBeNull();
      expect(snapshot(join(folder, 'out'))).toEqual({ ...others, ...texts });
    }
  });
});

test('not beside a mail of the same version that the series does not have', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(join(folder, 'out'), { 'v2-0002-b.patch': 'old' });
    expect(putMails(folder, 'out', mails)).toMatchObject({
      code: 'mails-left-over',
      message: 'out contains v2-0002-b.patch, which is not a mail of this series',
    });
    expect(snapshot(join(folder, 'out'))).toEqual({ 'v2-0002-b.patch': 'old' });
  });
});

test('all or none when one of them cannot be put in its place', async () => {
  await inTemporaryFolder((folder) => {
    const files = { 'v2-0000-cover-letter.patch': 'old' };
    putFiles(join(folder, 'out'), files);
    mkdirSync(join(folder, 'out/v2-0001-a.patch/in the way'), { recursive: true });
    const before = snapshot(join(folder, 'out'));
    expect(putMails(folder, 'out', mails)).toMatchObject({ code: 'mails-unwritable' });
    expect(snapshot(join(folder, 'out'))).toEqual(before);
  });
});

test('not where a file stands, nor below one', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, { out: '' });
    for (const target of ['out', 'out/x', 'out/x/y']) {
      expect(putMails(folder, target, mails)).toMatchObject({ code: 'mails-unwritable' });
    }
    expect(snapshot(folder)).toEqual({ out: '' });
  });
});

test('not while another process does, and after one that was killed', async () => {
  await inTemporaryFolder((folder) => {
    const lock = { 'out/.header-split-lock': JSON.stringify({ pid: process.ppid, started: null }) };
    putFiles(folder, lock);
    expect(putMails(folder, 'out', mails)).toMatchObject({
      code: 'mails-unwritable',
      message: `process ${process.ppid} is writing mails to out`,
    });
    expect(snapshot(folder)).toEqual({ 'out/': '', ...lock });
    putFiles(folder, { 'out/.header-split-lock': JSON.stringify({ pid: 2 ** 30, started: null }) });
    expect(putMails(folder, 'out', mails)).toBeNull();
    expect(snapshot(folder)).toEqual({ 'out/': '', ...prefixed('out/') });
  });
});

test('through a link to a folder', async () => {
  await inTemporaryFolder((folder) => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'));
    expect(putMails(folder, 'link', mails)).toBeNull();
    expect(readdirSync(join(folder, 'real')).sort()).toEqual(Object.keys(texts));
  });
});

function prefixed(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}${name}`, text]));
}
