import { memoryTree, type Tree } from '../../src/text/tree.ts';
import { manifestOf } from './demo-project.ts';

/** A header of which two includes are dropped, one with the comment above it. */
export function droppingTree(): Tree {
  return memoryTree({
    'include/disk.h':
      '/* MIT */\n#ifndef DISK_H\n#define DISK_H\n\n#include "size.h"\n#include <list.h>\n\n/* FIXME: too much */\n#include "tree.h"\n\nint disk_open(void);\nint disk_read(void);\n\n#endif\n',
  });
}

export const droppingManifest = manifestOf(`version: 1
header: include/disk.h
include_dirs: [include]
parts: { graph: {}, io: {} }
includes: { tree.h: drop, list.h: drop }
prototypes: { disk_open: graph, disk_read: io }
`);
