/** The files that a generated header includes, path -> text. */
export function supportFiles(header: string): Readonly<Record<string, string>> {
  return {
    'include/support.h': SUPPORT,
    'include/types.h': guarded('TYPES_H', 'typedef struct Outer Outer;'),
    'include/sub/more.h': guarded('SUB_MORE_H', '#include "../types.h"\n#define MORE 1'),
    'include/loop.h': guarded('LOOP_H', `#include "${header}"\n\nint loop_is_ready(void);`),
    'docs/build.txt': 'Nothing here names the header.\n',
  };
}

/** What a generated header may include beyond `support.h`, as spelt; the last leads back to it. */
export const includePaths: readonly string[] = ['"types.h"', '<stddef.h>', '"sub/more.h"', '<stdint.h>', '"loop.h"'];

/** Statements that a part may assert, all declared in `support.h`. */
export const assertions: readonly string[] = ['assert_main();', 'assert_io();', 'ASSERT_EITHER();'];

function guarded(guard: string, code: string): string {
  return `#ifndef ${guard}\n#define ${guard}\n${code}\n#endif\n`;
}

const SUPPORT = `#ifndef SUPPORT_H
#define SUPPORT_H

#define coroutine_fn
#define G_GNUC_PRINTF(a, b) __attribute__((format(printf, a, b)))
#define G_BEGIN_DECLS
#define G_END_DECLS
#define PUBLIC_API_BEGIN
#define PUBLIC_API_END
#define LIST_ENTRY(type) struct { struct type *next; }
#define LIST_HEAD(name, type) struct name { struct type *first; }
#define DECLARE_THING(name) typedef struct name name;
#define ERRP_GUARD() int errors = 0; (void)errors

struct pair { int a, b; };
enum mode { MODE_NONE, MODE_SOME };

void assert_main(void);
void assert_io(void);
#define ASSERT_EITHER() assert_main()
int support_count(void);

#endif
`;
