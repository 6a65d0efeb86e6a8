#include <stdio.h>
#include "wire.h"

int wire_size(void)
{
	return sizeof(struct wire_head) * 100 + sizeof(struct wire_tail);
}

int main(void)
{
	printf("%d %d\n", wire_size(), (int) sizeof(struct wire_name));
	return 0;
}
