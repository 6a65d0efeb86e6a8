#define f f_renamed
#define WITH_EXTRA 1
