import { edit, edits, type HandEdit } from '../hand-edit.ts';

const [common, graph, io, wrapper] = [
  'include/disk-common.h',
  'include/disk-graph.h',
  'include/disk-io.h',
  'include/disk.h',
];

/** Guards, includes and brackets of part files and wrapper. */
export const frameEdits: readonly HandEdit[] = [
  edits(
    'guard changed',
    [graph, '#ifndef DISK_GRAPH_H\n#define DISK_GRAPH_H', '#ifndef DISK_MAIN_LOOP_H\n#define DISK_MAIN_LOOP_H'],
    [graph, '#endif /* DISK_GRAPH_H */', '#endif /* DISK_MAIN_LOOP_H */'],
  ),
  edit('guard comment dropped', graph, '#endif /* DISK_GRAPH_H */', '#endif'),
  edit('pragma once added', graph, '#define DISK_GRAPH_H\n', '#define DISK_GRAPH_H\n#pragma once\n'),
  edit('include at the top', graph, '#include "disk-common.h"', '#include <stdbool.h>\n#include "disk-common.h"'),
  edit('include below the sibling', graph, '#include "disk-common.h"', '#include "disk-common.h"\n#include "store.h"'),
  edit('include in the middle', graph, 'const char *disk_name', '#include "store.h"\n\nconst char *disk_name'),
  edit('include in the wrapper', wrapper, '#include "disk-io.h"', '#include "disk-io.h"\n#include "store.h"'),
  edit(
    'include above those of the wrapper',
    wrapper,
    '#include "disk-common.h"',
    '#include <stdbool.h>\n\n#include "disk-common.h"',
  ),
  edit('include of the shared part removed', io, '#include "disk-common.h"\n\n', ''),
  edit(
    'include of a sibling added',
    io,
    '#include "disk-common.h"',
    '#include "disk-common.h"\n#include "disk-graph.h"',
  ),
  edit('include of a sibling spelt otherwise', io, '"disk-common.h"', '<disk-common.h>'),
  edit(
    'includes of the wrapper reordered',
    wrapper,
    '#include "disk-graph.h"\n#include "disk-io.h"',
    '#include "disk-io.h"\n#include "disk-graph.h"',
  ),
  edit('comment at an include', wrapper, '#include "disk-graph.h"', '#include "disk-graph.h" /* the main loop */'),
  edit(
    'includes of the shared part sorted',
    common,
    '#include <stddef.h>\n#include <stdint.h>\n#include "disk-types.h"',
    '#include "disk-types.h"\n\n#include <stddef.h>\n#include <stdint.h>',
  ),
  edit('include of the shared part dropped', common, '#include <stddef.h>\n', ''),
  edit('macro in the wrapper', wrapper, '\n#endif /* DISK_H */', '\n#define DISK_VERSION 2\n\n#endif /* DISK_H */'),
  edits(
    'extern "C" taken away',
    [graph, '#ifdef __cplusplus\nextern "C" {\n#endif\n\n', ''],
    [graph, '#ifdef __cplusplus\n}\n#endif\n\n', ''],
  ),
];
