typedef unsigned char byte_t;
