#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

void *zcalloc(size_t count, size_t size);
void zfree(void *ptr);

#if defined(__GNUC__)
void *calloc(size_t count, size_t size) __attribute__ ((deprecated));
void free(void *ptr) __attribute__ ((deprecated));
#endif

/* Debugging stuff */
#ifdef __GNUC__
void _panic(const char *file, int line, const char *msg, ...)
    __attribute__ ((format (printf, 3, 4)));
#else
void _panic(const char *file, int line, const char *msg, ...);
#endif
#define panic(...) _panic(__FILE__, __LINE__, __VA_ARGS__)

#endif
