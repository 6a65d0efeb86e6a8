#ifndef FOO_H
#define FOO_H

#define USAGE R"(usage: // /* "foo" )"
static const char *const help = R"help(a } ) " " )"
#endif
/* int lost(void);)help";
int first(const char *text);
#if defined(__cplusplus)
static const char *const other = u8R"(')";
#endif
int last(void);

#endif
