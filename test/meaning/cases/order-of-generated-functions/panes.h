#ifndef PANES_H
#define PANES_H

#define TREE_HEAD(name, type) struct name { struct type *root; }
#define TREE_PROTOTYPE(name, type, cmp) \
    static inline struct type *name##_least(struct name *head, struct type *other) \
    { return cmp(head->root, other) < 0 ? head->root : other; }

struct pane {
    int id;
};
TREE_HEAD(panes, pane);

/* panes.c */
extern struct panes all_panes;
int pane_cmp(struct pane *, struct pane *);
TREE_PROTOTYPE(panes, pane, pane_cmp)
struct pane *pane_first(void);
void pane_free(struct pane *);

#endif
