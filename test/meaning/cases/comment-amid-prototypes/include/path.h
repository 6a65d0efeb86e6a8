#ifndef PATH_H
#define PATH_H

int path_make(const char *path);
char *path_expand(const char *path);
/* To be removed once nobody calls it by this name */
#define path_old_expand path_expand
const char *path_enter(const char *path);
/* Follows links. */
char *path_real(const char *path);
char *path_absolute(const char *path);

#endif
