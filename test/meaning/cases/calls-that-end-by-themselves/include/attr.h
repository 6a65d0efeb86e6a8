#ifndef ATTR_H
#define ATTR_H

#define DECLARE_QUEUE(name) struct name { struct name *next; };
#define EMPTY_FUNCTION(name) static inline int name##_empty(struct name *v) { return !v; }
#define QUEUE_FUNCTIONS(name) EMPTY_FUNCTION(name)

#endif
