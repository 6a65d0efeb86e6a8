#ifndef LIMIT_H
#define LIMIT_H
#define limit 8
#endif
