#ifndef WIRE_H
#define WIRE_H

#pragma pack(8)
struct wire_name {
	char kind;
	long long id;
};

int wire_open(struct wire_name *name);

#ifdef __GNUC__
#pragma pack(2)
#endif
struct wire_head {
	char kind;
	long long id;
};
#ifdef __GNUC__
#pragma pack(4)
#endif

int wire_send(struct wire_head *head);

struct wire_tail {
	char kind;
	long long id;
};

int wire_size(void);

#endif
