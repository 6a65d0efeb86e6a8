/* Relies on what came before, as headers of many trees do. */
bool lock_held(void);
