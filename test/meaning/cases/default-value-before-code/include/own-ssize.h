#ifndef OWN_SSIZE_H
#define OWN_SSIZE_H

#define HAVE_SSIZE
typedef long long my_ssize;

#endif
