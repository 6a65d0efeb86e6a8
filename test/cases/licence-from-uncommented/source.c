#include "header.h"
/* too late */
