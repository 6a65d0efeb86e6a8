import type { Manifest } from '../../src/manifest/manifest.ts';
import { memoryTree, type Tree } from '../../src/text/tree.ts';
import { manifestOf } from './demo-project.ts';

/** Two headers whose functions are defined in one file, and a build file that names the first. */
export function twoHeadersTree(): Tree {
  return memoryTree({
    'include/disk.h':
      '/* MIT */\n#ifndef DISK_H\n#define DISK_H\n\nint disk_open(void);\nint disk_read(void);\nint disk_size(void);\n\n#endif\n',
    'include/net.h': '/* MIT */\n#ifndef NET_H\n#define NET_H\n\nint net_up(void);\nint net_send(void);\n\n#endif\n',
    'disk.c':
      '#include "disk.h"\n#include "net.h"\n\nstatic void seek(void)\n{\n    step();\n}\n\nint disk_open(void)\n{\n    seek();\n    return 0;\n}\n\nint disk_read(void)\n{\n    return 1;\n}\n\nint disk_size(void)\n{\n    return 2;\n}\n\nint net_up(void)\n{\n    return 3;\n}\n',
    'net.c': '#include "net.h"\n\nint net_send(void)\n{\n    return 4;\n}\n',
    Makefile: 'HEADERS = include/disk.h\n',
    'disk.yaml': 'header: include/disk.h\n',
  });
}

/** Two parts assert, each with an include of its own; the function of `disk.c` needs the include of the first part. */
export const diskManifest: Manifest = manifestOf(`version: 1
header: include/disk.h
include_dirs: [include]
parts:
  common: {}
  graph: { assert: 'assert(locked());', assert_include: lock.h }
  io: { assert: 'assert(in_thread());', assert_include: thread.h }
prototypes: { disk_open: graph, disk_read: io, disk_size: common }
functions: { disk.c: { seek: graph } }
`);

export const netManifest: Manifest = manifestOf(`version: 1
header: include/net.h
include_dirs: [include]
parts:
  common: {}
  graph: { assert: 'assert(locked());' }
prototypes: { net_up: graph, net_send: graph }
`);
