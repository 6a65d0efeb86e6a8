#define assert_locked() ((void)0)
