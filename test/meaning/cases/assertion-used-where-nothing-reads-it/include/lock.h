void check_lock(void);
