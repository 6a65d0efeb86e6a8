/* Once a part of header.h. */
#define ANSWER 42 // as in header.h
