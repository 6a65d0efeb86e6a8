#ifndef PROMPT_H
#define PROMPT_H

/* What a prompt_kind means is for the caller to say. */
enum prompt_kind {
    PROMPT_COMMAND,
    PROMPT_SEARCH,
};
int prompt_open(enum prompt_kind kind);
int prompt_close(void);

#endif
