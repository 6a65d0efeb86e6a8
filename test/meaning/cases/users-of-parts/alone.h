#ifndef ALONE_H
#define ALONE_H

static inline int alone(Node *n)
{
    return b_read(n);
}

#endif
