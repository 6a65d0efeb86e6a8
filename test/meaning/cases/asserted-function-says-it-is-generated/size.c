/*
 * Sizes. Do not confuse the keys with those of the generated
 * table.
 */
#include "table.h"

int table_size(void)
{
	return 4;
}

int table_ready(void)
{
	return 1;
}
