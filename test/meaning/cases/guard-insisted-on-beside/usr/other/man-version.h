#define MAN_VERSION 0
