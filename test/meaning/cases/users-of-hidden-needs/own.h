#ifndef OWN_H
#define OWN_H

#include "b.h"
struct Own { Buf *buf; };
struct Own *own(Node *n);

#endif
