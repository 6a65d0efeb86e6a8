#ifndef FOO_H
#define FOO_H

struct page { int flags; };
#define TESTFLAG(name, bit) \
    static inline int name(struct page *page) { return page->flags & (1 << bit); }
#define SETFLAG(name, bit) \
    static inline void Set##name(struct page *page) { page->flags |= 1 << bit; }

TESTFLAG(Locked, 0) SETFLAG(Locked, 0)
TESTFLAG(Dirty, 1)
    SETFLAG(Dirty, 1)

#ifdef CONFIG_SWAP
TESTFLAG(Swapped, 2) SETFLAG(Swapped, 2)
#else
static inline int Swapped(struct page *page) { return 0; }
#endif
int page_free(struct page *page);
int page_read(struct page *page);

#endif
