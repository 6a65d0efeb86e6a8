#include "b.h"

void copy(Buf *to, Buf *from) { *to = *from; }
