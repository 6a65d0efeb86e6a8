#ifndef CACHE_H
#define CACHE_H

/* look at the file's times only */
#define MATCH_TIMES 0x01
/* trust what the watcher said, whatever the file has */
#define MATCH_WATCHED 0x02
int cache_fresh(int flags);
int cache_match(int flags);

#endif
