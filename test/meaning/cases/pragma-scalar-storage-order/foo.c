#include <stdio.h>
#include "foo.h"
int main(void){struct a a={1};struct b b={1};printf("%d %d\n",*(char*)&a,*(char*)&b);}
