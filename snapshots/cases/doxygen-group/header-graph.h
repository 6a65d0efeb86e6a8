#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/**
 * @name Disks
 * @{
 */
int disk_open(void);

/** @} */

/** @{ */
int disk_close(void);

#endif
