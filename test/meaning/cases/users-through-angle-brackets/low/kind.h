#ifndef KIND_H
#define KIND_H
struct kind { int n; };
#endif
