#ifndef ATTR_H
#define ATTR_H

#define PURE_ATTR() __attribute__((pure))
#define LEAVES __attribute__((noreturn))
#define NONNULL_ARGS(list) __attribute__((nonnull list))
#define DECLARE_LIST(name) struct name { struct name *next; };
#define VISIBLE(type) extern __attribute__((visibility("default"))) type

#endif
