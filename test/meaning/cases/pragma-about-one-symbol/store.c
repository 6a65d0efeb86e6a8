#include "store.h"

int store_main(void)
{
	return store_open(1) + (store_alt ? store_alt() : 0);
}
