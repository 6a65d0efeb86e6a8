#ifndef WIRE_H
#define WIRE_H

struct wire_name {
	char kind;
	long long id;
};

int wire_open(struct wire_name *name);

#pragma pack(1)
struct wire_head {
	char kind;
	long long id;
};

int wire_send(struct wire_head *head);

struct wire_tail {
	char kind;
	long long id;
};

int wire_size(void);

#endif
