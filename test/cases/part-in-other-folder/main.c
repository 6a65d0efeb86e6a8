#include "sys/header.h"
int f(T t) { return t; }
