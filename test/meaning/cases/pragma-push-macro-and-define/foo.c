#include <stdio.h>
#include "foo.h"
int main(void){printf("%d\n",fa());}
