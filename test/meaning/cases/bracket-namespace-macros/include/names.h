#ifndef NAMES_H
#define NAMES_H
#ifdef __cplusplus
#define LIB_DECLS_BEGIN extern "C" {
#define LIB_DECLS_END }
#define LIB_NAMESPACE_BEGIN namespace lib {
#define LIB_NAMESPACE_END }
#else
#define LIB_DECLS_BEGIN
#define LIB_DECLS_END
#endif
#endif
