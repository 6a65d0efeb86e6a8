#include "foo.h"

int use(struct book *book)
{
    return of_book(book) + second(&book->cover);
}
