#ifndef FOO_H
#define FOO_H

int walk(int a);

#define for_each_bit(b) for ((b) = 0; (b) < 8; (b)++)

void visit(int *b);

static inline int bits(int a)
{
	int b, *p = &b;
	for_each_bit(b)
		visit(p);
	return a;
}

#endif
