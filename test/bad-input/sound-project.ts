/** A small project that splits without a finding; each case breaks one thing of it. */
export const soundProject: Readonly<Record<string, string>> = {
  'include/store.h': `/* Copyright the store's authors. SPDX-License-Identifier: MIT */
#ifndef STORE_H
#define STORE_H

typedef struct Store Store;

Store *store_open(const char *name);
void store_close(Store *store);
int store_read(Store *store, long at);

#endif
`,
  'store.c': `#include "include/store.h"

Store *store_open(const char *name)
{
    return 0;
}

void store_close(Store *store)
{
}

int store_read(Store *store, long at)
{
    return 0;
}
`,
  'store.yaml': `version: 1
header: include/store.h
parts:
  common: {}
  graph: { assert: main_loop(); }
  io: {}
prototypes:
  store_open: graph
  store_close: graph
  store_read: io
`,
};
