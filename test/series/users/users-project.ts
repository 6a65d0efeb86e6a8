/** A header with two parts, and users of it. */
const HEADER = `/* MIT */
#ifndef API_H
#define API_H

struct api { int at; };
int api_open(struct api *a);
int api_read(struct api *a);

#endif
`;

const user = (...calls: readonly string[]): string =>
  `#include "api.h"\n\nint NAME(struct api *a)\n{\n    return ${calls.map((one) => `${one}(a)`).join(' + ')};\n}\n`;

/** Users in two directories and at the top, one that relies on another header, and one that another file includes. */
export const project: Readonly<Record<string, string>> = {
  'include/api.h': HEADER,
  'include/dev.h': '#ifndef DEV_H\n#define DEV_H\n\n#include "api.h"\n\nint dev_up(struct api *a);\n\n#endif\n',
  'disk/open.c': user('api_open'),
  'disk/read.c': user('api_read'),
  'disk/both.c': user('api_open', 'api_read'),
  'net/a.c': user('api_read').replace('"api.h"', '"dev.h"'),
  'net/b.c': user('dev_up').replace('"api.h"', '"dev.h"'),
  'net/c.c': '#include "c.inc.c"\n\nint c(struct api *a)\n{\n    return once(a) + api_open(a);\n}\n',
  'net/c.inc.c': user('api_read').replace('int NAME', 'static int once'),
  'net/d.c': user('api_open'),
  'main.c': user('api_open'),
  MAINTAINERS: [
    'Maintainers',
    '-----------',
    'Disks',
    'M: Ada <a@example.org>',
    'F: disk/',
    '',
    'Wires',
    'M: Ben <b@example.org>',
    'F: net/',
    'X: net/d.c',
    '',
    'Start',
    'M: Ada <a@example.org>',
    'F: main.c',
    '',
    'The rest',
    'M: Cid <c@example.org>',
    'F: *',
    'F: */',
    '',
  ].join('\n'),
};

export const manifest = `version: 1
header: include/api.h
include_dirs: [include]
parts: { common: {}, graph: {}, io: {} }
prototypes: { api_open: graph, api_read: io }
`;
