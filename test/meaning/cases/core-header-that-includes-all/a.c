#include <core.h>
int str_copy(str_t *to, str_t *from) { to->len = from->len; return CORE_OK; }
int str_log(log_t *log, str_t *s) { return log->name.len + s->len; }
