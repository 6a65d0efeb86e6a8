#include "b.h"

Buf *next(Buf *buf) { return buf + 1; }
