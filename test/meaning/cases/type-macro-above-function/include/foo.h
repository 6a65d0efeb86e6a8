#ifndef FOO_H
#define FOO_H

#define IMAGE_API(type) extern type
typedef struct image { int width; } image_t;

IMAGE_API(image_t *)
image_open(
    const char *path);

IMAGE_API(struct image *)
image_next(image_t *, int);

IMAGE_API(image_t)
image_get(void);

IMAGE_API(unsigned)
image_width(image_t *image);

#endif
