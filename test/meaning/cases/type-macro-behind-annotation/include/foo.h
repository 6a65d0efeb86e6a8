#ifndef FOO_H
#define FOO_H

#define Image_API(type) extern type

DEPRECATED_SINCE(3.1) Image_API(int) Image_Open(const char *path);
int DEPRECATED_SINCE("3.2") Image_Close(int image);
Image_API(void) Image_Drop(void);

#endif
