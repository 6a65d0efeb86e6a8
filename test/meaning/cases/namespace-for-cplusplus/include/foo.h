#ifndef FOO_H
#define FOO_H

#ifdef __cplusplus
namespace foo::detail {
inline namespace v1
{
#endif

int first(void);
int second(void);

#ifdef __cplusplus
}
} // namespace foo::detail
#endif
int third(void);

#endif
