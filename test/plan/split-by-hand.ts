import { learnSplit } from '../../src/adopt/learn/learn-split.ts';
import { commentStyleOf, formatComment } from '../../src/edits/block-comment.ts';
import type { LearntManifest } from '../../src/manifest/write-learnt-manifest.ts';
import { memoryTree } from '../../src/text/tree.ts';

/** A header, `include/disk.h`, that somebody split by hand, and the source file that defines its functions. */
export const splitByHand: Readonly<Record<string, string>> = {
  'include/disk.h': guarded('DISK_H', '#include "disk-graph.h"\n#include "disk-io.h"\n'),
  'include/disk-common.h': guarded('DISK_COMMON_H', 'typedef struct Disk Disk;\n'),
  'include/disk-graph.h': guarded(
    'DISK_GRAPH_H',
    '#include "disk-common.h"\n\nDisk *disk_open(void);\nvoid disk_close(Disk *disk);\nvoid disk_name(Disk *disk);\n',
  ),
  'include/disk-io.h': guarded(
    'DISK_IO_H',
    '#include "disk-common.h"\n\nint disk_read(Disk *disk);\nint disk_write(Disk *disk);\n',
  ),
  'include/lock.h': '#define GRAPH_CODE() assert_main()\n#define IO_CODE()\n#define WAIT_CODE()\n',
  'disk.c': `#include "disk.h"
#include "lock.h"

Disk *disk_open(void)
{
    Disk *disk;

    GRAPH_CODE();
    disk = new_disk();
    return disk;
}

void disk_close(Disk *disk)
{
    GRAPH_CODE();
    free_disk(disk);
}

void disk_name(Disk *disk)
{
    print(disk);
}

int disk_read(Disk *disk)
{
    IO_CODE();
    return transfer(disk);
}

int disk_write(Disk *disk)
{
    IO_CODE();
    return transfer(disk);
}
`,
};

/** A text between licence, guard and `#endif`. */
export function guarded(guard: string, text: string): string {
  return `/* Licence: MIT */\n\n#ifndef ${guard}\n#define ${guard}\n\n${text}\n#endif /* ${guard} */\n`;
}

/** The manifest of the split by hand, some of its files replaced; null stands for a file that is not there. */
export function learnt(replaced: Readonly<Record<string, string | null>> = {}): LearntManifest {
  const { learnt: manifest, findings } = learnFrom(replaced);
  if (manifest === null) throw new Error(findings.map(({ message }) => message).join('\n'));
  return manifest;
}

export function learnFrom(replaced: Readonly<Record<string, string | null>>): ReturnType<typeof learnSplit> {
  const files = Object.entries({ ...splitByHand, ...replaced }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const tree = memoryTree(Object.fromEntries(files));
  const source = { path: 'include/disk.h', text: tree.read('include/disk.h') ?? '' };
  return learnSplit(tree, source, (wrapper) => (text) => formatComment(text, commentStyleOf(wrapper), wrapper.lineEnd));
}
