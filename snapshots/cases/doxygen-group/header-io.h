#ifndef HEADER_IO_H
#define HEADER_IO_H

/**
 * @name Disks
 * @{
 */

/** Reads. */
int disk_read(void);
/** @} */

#endif
