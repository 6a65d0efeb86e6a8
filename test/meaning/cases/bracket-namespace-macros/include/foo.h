#ifndef FOO_H
#define FOO_H

#include "names.h"

LIB_DECLS_BEGIN

int first(void);
int second(void);

LIB_DECLS_END

#ifdef __cplusplus

LIB_NAMESPACE_BEGIN

class Image {
 public:
  int third(void);
};

LIB_NAMESPACE_END

#endif

LIB_DECLS_BEGIN
int third(void);
int fourth(void);
LIB_DECLS_END

#endif
