#ifndef OPS_H
#define OPS_H
#define COMMON(r) .read = r, .size = 4
typedef struct ops {
	int size;
	/* Reads. */
	int (*read)(int at), (*peek)(int at);
	int (*open)(int mode);
#ifdef WIDE
	long wide;
#endif
} Ops;
struct driver { const char *name; Ops *ops; struct { int n; } own; };
int op_open(int mode);
int op_read(int at);
#endif
