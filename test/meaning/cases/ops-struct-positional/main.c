#include <stdio.h>
#include "ops.h"
int op_open(int mode) { return mode + 1; }
int op_read(int at) { return at + 10; }
static struct ops table = OPS(op_read, op_open);
int main(void)
{
	printf("%d %d\n", table.read(1), table.open(1));
	return 0;
}
