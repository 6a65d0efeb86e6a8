#ifndef FOO_H
#define FOO_H

#define IMAGE_API(type) extern type
typedef struct image image_t;

IMAGE_API(image_t *)
image_open(const char *path);
IMAGE_API(image_t *) image_next(image_t *image);
IMAGE_API(int)
image_width(image_t *image);

#endif
