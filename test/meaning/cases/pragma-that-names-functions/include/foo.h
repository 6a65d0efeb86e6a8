#ifndef FOO_H
#define FOO_H

int first(int a);
unsigned char scan(unsigned long *index, unsigned long mask);
#pragma intrinsic(scan)

static inline int index_of(unsigned long mask)
{
    unsigned long index;
    return scan(&index, mask) ? (int)index : -1;
}

#endif
