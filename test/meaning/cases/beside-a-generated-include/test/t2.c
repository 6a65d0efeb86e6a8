#include <a.h>
int main(void) { return a_one() + a_two() - 3; }
