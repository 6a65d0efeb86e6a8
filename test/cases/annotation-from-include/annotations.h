#ifndef ANNOTATIONS_H
#define ANNOTATIONS_H
#define my_pure __attribute__((pure))
#define MY_SECTION(name) __attribute__((section(".text." #name)))
#endif
