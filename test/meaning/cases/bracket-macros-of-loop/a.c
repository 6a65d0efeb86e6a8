#include "port.h"
int port_open(port_t p) { return p; }
int port_close(port_t p) { return -p; }
