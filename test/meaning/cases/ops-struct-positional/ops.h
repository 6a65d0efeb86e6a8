#ifndef OPS_H
#define OPS_H
struct ops {
	int (*read)(int at);
	int (*open)(int mode);
};
#define OPS(r, o) { r, o }
int op_open(int mode);
int op_read(int at);
#endif
