#include <stdio.h>
#define WIDE
#include "ops.h"
int op_open(int mode) { return mode + 1; }
int op_read(int at) { return at + 10; }
static Ops ops = { COMMON(op_read), .open = op_open, .peek = op_read };
static Ops zero = { 0 };
static struct driver driver = { "d", &ops, { 3 } };
int main(void)
{
	Ops *same[] = { &ops, &zero };
	printf("%d %d %d\n", driver.ops->read(1), same[0]->open(1), driver.own.n);
	printf("%d %d %ld\n", ops.size, zero.open == 0, ops.wide);
	return ops.peek(0) - 10;
}
