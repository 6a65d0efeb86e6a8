#ifndef FOO_H
#define FOO_H

int wrap(void), unwrap(void);
int seal(void);

#endif
