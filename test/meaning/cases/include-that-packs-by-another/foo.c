#include <stdio.h>
#include "foo.h"
int main(void){printf("%zu %zu\n",sizeof(struct a),sizeof(struct b));}
