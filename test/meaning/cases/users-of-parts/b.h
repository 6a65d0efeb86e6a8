#ifndef B_H
#define B_H

typedef struct Node Node;
struct Node {
    int id;
};

#define B_MAX 4
#define B_TWICE(n) (2 * b_read(n))

void b_add(Node *n);
int b_read(Node *n);

#endif
