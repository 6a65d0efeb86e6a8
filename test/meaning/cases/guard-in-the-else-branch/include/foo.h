#if defined(FOO_H)
#else
#define FOO_H

struct image { int width; };
int first(struct image *image);
int second(struct image *image);

#endif /* defined(FOO_H) */
