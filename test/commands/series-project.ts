import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyByte, inRepository } from '../io/series/series-fixture.ts';
import { git, putFiles } from '../io/temporary-folder.ts';
import { type Outcome, runCommand } from './run-command.ts';

/** Two headers whose functions are defined in one file, and a build file that names the first. */
const project: Readonly<Record<string, string>> = {
  'include/disk.h': `/* MIT */
#ifndef DISK_H
#define DISK_H

int disk_open(const char *name, int flags);
int disk_read(long at);
int disk_size(void);

#endif
`,
  'include/net.h': `/* MIT */
#ifndef NET_H
#define NET_H

int net_up(const char *device_name);
int net_send(const char *what);

#endif
`,
  'disk.c': `#include "disk.h"
#include "net.h"

int disk_open(const char *name, int flags)
{
    return flags;
}

int disk_read(long at)
{
    return 1;
}

int net_up(const char *device_name)
{
    return 3;
}
`,
  Makefile: 'HEADERS = include/disk.h include/other.h\n',
};

const disk = `version: 1
header: include/disk.h
include_dirs: [include]
parts:
  common: {}
  graph: { assert: 'assert(locked());' }
  io: {}
prototypes:
  disk_open: graph
  disk_read: io
  disk_size: io
`;

const net = `version: 1
header: include/net.h
include_dirs: [include]
parts:
  common: {}
  graph: { assert: 'assert(locked());' }
  io: {}
prototypes:
  net_up: graph
  net_send: io
`;

/** What stands beside the repository: the manifests and a series file for both. */
export const manifests = {
  'disk.yaml': disk,
  'net.yaml': net,
  'series.yaml': 'version: 1\nmanifests: [disk.yaml, net.yaml]\n',
} as const;

/** Runs `work` with the project in a repository of one commit, `top`, and the manifests in the folder around it. */
export function inProject(work: (top: string, folder: string) => void | Promise<void>): Promise<void> {
  return inRepository(project, async (top, folder) => {
    putFiles(folder, manifests);
    await work(top, folder);
  });
}

/** `series` as called in `top`, which must leave every byte there and in its repository as it was. */
export async function series(top: string, ...argv: readonly string[]): Promise<Outcome> {
  const before = everyByte(top);
  const outcome = await runCommand(top, ['series', ...argv]);
  if (JSON.stringify(everyByte(top)) !== JSON.stringify(before)) throw new Error('the repository is not as it was');
  return outcome;
}

/** The mails in a folder: name -> bytes (latin1). */
export function mailsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** Applies the mails of a folder but the cover letter in a clean clone of `top`, as a maintainer does; the clone. */
export function amInClone(top: string, mails: string, version = ''): string {
  const clone = `${mails}-${version}applied`;
  git(top, 'clone', '-q', top, clone);
  const names = readdirSync(mails).filter((name) => new RegExp(`^${version}\\d{4}-`).test(name));
  const patches = names.sort().flatMap((name) => (name.includes('0000-') ? [] : [join(mails, name)]));
  git(clone, 'am', '-q', ...patches);
  return clone;
}

/** The subjects of the commits that a clone has and `top` has not, the first one first. */
export function subjectsIn(clone: string): readonly string[] {
  return git(clone, 'log', '--reverse', '--format=%s', 'origin/HEAD..HEAD').trim().split('\n');
}
