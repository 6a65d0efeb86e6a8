#ifndef SERVER_H
#define SERVER_H

/* Keys */

/* Reads one. */
int key_read(int key);

/*-----------------------------------------------------
 * Replication
 *----------------------------------------------------*/
int replica_read(int from);
int replica_write(int to);

#endif
