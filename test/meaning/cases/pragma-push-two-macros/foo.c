#include <stdio.h>
#include "foo.h"
int main(void){printf("%d %d\n",fa(),fb());}
