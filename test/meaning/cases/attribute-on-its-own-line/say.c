#include <stddef.h>
#include "say.h"

int main(void)
{
    struct buffer *one = say_made(8, 0, "%d %s", say_count(), "x");

    say(one, "%s %u", "y", 1u);
    say(one, "%d", "wrong");
    say_flush(one);
    say_free(say_more(1, "%c", 'z'));
    say_free(one);
    return 0;
}
