#define f f_renamed
#define g g_renamed
