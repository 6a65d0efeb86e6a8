#ifndef Q_H
#define Q_H

#define Q_SIZE 3
int q(void);

#endif
