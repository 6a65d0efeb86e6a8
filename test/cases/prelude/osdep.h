typedef int base_t;
