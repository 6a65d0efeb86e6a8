#ifndef RENAME_H
#define RENAME_H
#define f f_renamed
#endif
