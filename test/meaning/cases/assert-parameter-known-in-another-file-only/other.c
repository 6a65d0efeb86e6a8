#include "queue.h"
int state;
