#include "in2.h"
