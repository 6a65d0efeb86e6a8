#undef API
