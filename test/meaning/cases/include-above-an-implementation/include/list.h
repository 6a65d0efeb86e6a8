#ifndef LIST_H
#define LIST_H
int list_length(int n);
#endif
#ifdef LIST_IMPLEMENTATION
int list_length(int n) { return n; }
#endif
