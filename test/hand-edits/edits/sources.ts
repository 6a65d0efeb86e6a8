import { edit, edits, type HandEdit } from '../hand-edit.ts';

const [disk, diskIo, stub] = ['src/disk.c', 'src/disk-io.c', 'stubs/disk.c'];

const assertion = '    assert(in_main_loop());\n';
const head = 'void disk_attach(Disk *disk, void *device)\n{\n    void *before = disk->device;\n\n';
const asserted = `${head}${assertion}\n    if (before) {\n        disk_detach(disk);\n    }\n`;

/** Source files: assertions, bodies and includes. */
export const sourceEdits: readonly HandEdit[] = [
  edit(
    'assertion moved within its function',
    disk,
    asserted,
    `${head}    if (before) {\n        disk_detach(disk);\n    }\n${assertion}`,
  ),
  edit('assertion deleted', disk, asserted, `${head}    if (before) {\n        disk_detach(disk);\n    }\n`),
  edit(
    'assertion doubled',
    disk,
    asserted,
    `${head}${assertion}${assertion}\n    if (before) {\n        disk_detach(disk);\n    }\n`,
  ),
  edit(
    'argument of the assertion changed',
    disk,
    asserted,
    asserted.replace('in_main_loop()', 'in_main_loop() || !before'),
  ),
  edit('comment behind the assertion', disk, asserted, asserted.replace('());\n', '()); /* see docs/locks.rst */\n')),
  edit(
    'comment above the assertion',
    disk,
    asserted,
    asserted.replace('    assert(', '    /* See docs/locks.rst. */\n    assert('),
  ),
  edit('assertion spelt with other blanks', disk, asserted, asserted.replace('in_main_loop()', ' in_main_loop() ')),
  edit(
    'assertion of the other part put in',
    disk,
    asserted,
    asserted.replace('assert(in_main_loop())', 'MAIN_OR_IO_CODE()'),
  ),
  edit('assertion put into a group', disk, asserted, asserted.replace(assertion, `#ifdef DEBUG\n${assertion}#endif\n`)),
  edit(
    'assertion moved into a block',
    disk,
    asserted,
    `${head}    if (before) {\n        assert(in_main_loop());\n        disk_detach(disk);\n    }\n`,
  ),
  edit(
    'declaration added below the assertion',
    disk,
    asserted,
    asserted.replace(`${assertion}\n`, `${assertion}\n    int again = 0;\n\n`),
  ),
  edit('declaration added above the assertion', disk, head, head.replace(';\n\n', ';\n    int count = 0;\n\n')),
  edit('blank line below the assertion removed', disk, asserted, asserted.replace(`${assertion}\n`, assertion)),
  edit(
    'body rewritten',
    disk,
    asserted,
    `${head.replace('before', 'old')}${assertion}\n    if (old != NULL) {\n        disk_detach(disk);\n    }\n`,
  ),
  edit(
    'statement added at the end of a body',
    disk,
    '    disk->device = device;\n',
    '    disk->device = device;\n    disk->name = NULL;\n',
  ),
  edit(
    'assertion added by hand where none was asked',
    diskIo,
    '    return store_flush(disk);',
    '    assert(in_main_loop());\n    return store_flush(disk);',
  ),
  edit('definition renamed', disk, 'void disk_attach(Disk', 'void disk_bind(Disk'),
  edit('definition deleted', disk, `${asserted}    disk->device = device;\n    disk_ref(disk);\n}\n\n`, ''),
  edits(
    'definition put into the other file',
    [disk, `${asserted}    disk->device = device;\n    disk_ref(disk);\n}\n\n`, ''],
    [diskIo, 'int disk_flush(', `${asserted}    disk->device = device;\n    disk_ref(disk);\n}\n\nint disk_flush(`],
  ),
  edit('definition made static', stub, 'void disk_attach(Disk', 'static void disk_attach(Disk'),
  edit(
    'static function of the same name in another file',
    diskIo,
    'int disk_flush(',
    'static void disk_attach(Disk *disk, void *device)\n{\n    disk_flush(disk);\n}\n\nint disk_flush(',
  ),
  edit(
    'second definition in another file',
    diskIo,
    'int disk_flush(',
    'void disk_attach(Disk *disk, void *device)\n{\n    disk_flush(disk);\n}\n\nint disk_flush(',
  ),
  edit('stub deleted', stub, `\nvoid disk_attach(Disk *disk, void *device)\n{\n${assertion}    abort();\n}\n`, ''),
  edit('stub on one line', stub, `{\n${assertion}    abort();\n}`, '{ assert(in_main_loop()); abort(); }'),
  edits(
    'definition in two branches',
    [
      disk,
      'void disk_detach(Disk *disk)\n{\n',
      `#ifdef CONFIG_QUIET\nvoid disk_detach(Disk *disk)\n{\n${assertion}}\n#else\nvoid disk_detach(Disk *disk)\n{\n`,
    ],
    [disk, '    disk_unref(disk);\n}\n', '    disk_unref(disk);\n}\n#endif\n'],
  ),
  edit(
    'definition made K&R',
    disk,
    'void disk_attach(Disk *disk, void *device)\n{',
    'void disk_attach(disk, device)\n    Disk *disk;\n    void *device;\n{',
  ),
  edit(
    'includes sorted',
    disk,
    '#include "disk.h"\n#include "store.h"\n#include "main-loop.h"\n',
    '#include "disk.h"\n#include "main-loop.h"\n#include "store.h"\n',
  ),
  edit('assertion include removed', stub, '#include "main-loop.h"\n', ''),
  edit(
    'assertion include given a comment',
    stub,
    '#include "main-loop.h"\n',
    '#include "main-loop.h" /* assert() */\n',
  ),
  edit('assertion include in angle brackets', stub, '"main-loop.h"', '<main-loop.h>'),
  edit(
    'include added below that of the assertions',
    stub,
    '#include "main-loop.h"\n',
    '#include "main-loop.h"\n#include "store.h"\n',
  ),
  edit('include of the header dropped', disk, '#include "disk.h"\n', '#include "disk-graph.h"\n#include "disk-io.h"\n'),
  edit('source line that ends in CRLF', disk, '    disk->device = device;\n', '    disk->device = device;\r\n'),
  edit(
    'new function with its own assertion',
    disk,
    'void disk_detach(',
    `static void forget(Disk *disk)\n{\n${assertion}    free(disk);\n}\n\nvoid disk_detach(`,
  ),
  edit(
    'comment above the definition',
    disk,
    'void disk_attach(',
    '/* The disk may be attached already. */\nvoid disk_attach(',
  ),
];
