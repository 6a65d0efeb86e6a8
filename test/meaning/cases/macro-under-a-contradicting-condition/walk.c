#include "walk.h"

int walk_first(struct walk_size *size)
{
	return walk_next(size->a);
}
