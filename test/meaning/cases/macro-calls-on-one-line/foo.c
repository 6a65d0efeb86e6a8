#include "foo.h"

int page_free(struct page *page)
{
    SetDirty(page);
    return Locked(page) || Swapped(page);
}
