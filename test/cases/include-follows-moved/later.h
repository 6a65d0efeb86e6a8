#ifdef WITH_EXTRA
int extra(void);
#endif
