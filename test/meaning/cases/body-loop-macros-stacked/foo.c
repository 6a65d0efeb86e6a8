#include "foo.h"

#define for_each_row(r) for ((r) = 0; (r) < 3; (r)++)
#define for_each_cell(c) for ((c) = 0; (c) < 4; (c)++)

static int count;

static void visit(int cell)
{
	count += cell;
}

int walk(int a)
{
	int row, cell;
	for_each_row(row)
		for_each_cell(cell)
			visit(cell);
	return count + a;
}

#ifdef MAIN
#include <stdio.h>

int big_lock_held(void)
{
	return 1;
}

int main(void)
{
	printf("%d %d\n", walk(0), walk(1));
	return 0;
}
#endif
