#ifndef BOOK_H
#define BOOK_H

#include "foo.h"

struct book { struct image cover; };

static inline int of_book(struct book *book) { return first(&book->cover); }

#endif
