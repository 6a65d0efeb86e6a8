#ifndef HEADER_H
#define HEADER_H

/**
 * @name Disks
 * @{
 */
int disk_open(void);

/** Reads. */
int disk_read(void);
/** @} */

/** @{ */
int disk_close(void);

#endif
