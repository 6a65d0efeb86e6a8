#include "foo.h"

int walk(int a)
{
	int b = a;


	return b;
}

int stop(int a)
{

	/* a blank line first */
	return a;
}
