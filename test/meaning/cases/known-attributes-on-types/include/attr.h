#ifndef ATTR_H
#define ATTR_H

#define PACKED_ATTR()
#define ALIGNED_ATTR(bytes) __attribute__((aligned(bytes)))
#define OLD_ATTR __attribute__((deprecated))

#endif
