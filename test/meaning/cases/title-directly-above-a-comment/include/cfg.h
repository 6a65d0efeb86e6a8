#ifndef CFG_H
#define CFG_H

/* ============
 * Reading
 * ============ */
/* Returns the option cfg_get was asked for. */
int cfg_get(int key);

/* How many there are. */
int cfg_count(void);

/* ------------ */
/* Writing      */
/* ------------ */
// Never fails.
void cfg_put(int key, int value);

#endif
