// A tree whose names, comments and paths try to be markup, script and other than they look.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ATTACK = '</script></template></textarea><img src=x onerror="window.hit=1"><script>window.hit=1</script>';

/** What ends a comment, a section or a script elsewhere; what looks like an entity or a template. */
const MARKS = `<!-- --> ]]> <![CDATA[ &lt;b&gt; &#60; \\u003cscript\\u003e \${7*7} {{7*7}} \u007f`;
const LONG_NAME = `long_${'n'.repeat(1000)}`;

/** Writes it below a folder; gives the manifest's path and the tree's root. */
export function writeHostileTree(folder) {
  const root = join(folder, 'hostile');
  const odd = join(root, '<img src=x onerror=window.hit=1>');
  mkdirSync(odd, { recursive: true });
  const long = 'z'.repeat(1024 * 1024);
  writeFileSync(
    join(root, 'h.h'),
    `#ifndef H_H
#define H_H
/* ${ATTACK} */
int plain(void);
/* \u202e begin \u2066 \u200b end */
int turned\u202e(void);
/* ${long} */
int long_comment(const char *text); /* ${ATTACK} */
int javascript_url(void); // "javascript:alert(1)"
/* --- "> ' onfocus=window.hit=1 autofocus <!-- --- */

/* ${MARKS} */
int __proto__(void);
int constructor(void);
int ${LONG_NAME}(void);
#endif
`,
  );
  writeFileSync(
    join(odd, `a's "file".c`),
    `#include "../h.h"
int plain(void) { /* ${ATTACK} */ return turned\u202e() + long_comment("${'\\"'}<script>window.hit=1</script>"); }
int turned\u202e(void) { return 0; }
int long_comment(const char *text) { return 1; }
int __proto__(void) { return constructor(); }
int ${LONG_NAME}(void) { return __proto__(); }
`,
  );
  // Half a character in bytes, and a line without end.
  const half = Buffer.from([0xed, 0xa0, 0x80]);
  const rest = ` ${'y'.repeat(200_000)} */ return ${LONG_NAME}(); }\n`;
  writeFileSync(
    join(odd, 'half.c'),
    Buffer.concat([Buffer.from('int constructor(void) { /* '), half, Buffer.from(rest)]),
  );
  // A NUL, and lines ended in three ways.
  writeFileSync(
    join(odd, 'nul.c'),
    '#include "../h.h"\r\nstatic int nul\0led(void) { return plain(); }\rint main(void) { return __proto__(); }\n',
  );
  const manifest = join(root, 'm.yaml');
  writeFileSync(
    manifest,
    `version: 1
header: h.h
parts:
  common: {}
  io: { may_call: [common], banner: "${ATTACK.replaceAll('"', "'")}" }
  graph: { assert: "assert_main();" }
prototypes:
  plain: { part: io, why: "${ATTACK.replaceAll('"', "'")} \\u202e" }
  "turned\u202e": graph
  long_comment:
  javascript_url: graph
  __proto__: io
  constructor: { part: graph, why: "]]> <!-- \\ud800 \\0" }
  ${LONG_NAME}:
`,
  );
  return { root, manifest };
}
