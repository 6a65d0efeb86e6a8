/** A declaration that is no function. */
export type Form = {
  /** `n` makes its names unlike those of others. */
  readonly text: (n: number) => string;
  /** The name that a manifest may assign it by; null where it stands better in the shared part. */
  readonly name: ((n: number) => string) | null;
  /** The object type that declarations below may use. */
  readonly type?: (n: number) => string;
};

export const forms: readonly Form[] = [
  { text: (n) => `#define LIMIT_${n} ${n}`, name: (n) => `LIMIT_${n}` },
  { text: (n) => `typedef struct Thing${n} Thing${n};`, name: null, type: (n) => `Thing${n}` },
  { text: (n) => `#define TWICE_${n}(x) ((x) + (x))`, name: (n) => `TWICE_${n}` },
  {
    text: (n) =>
      `#define WHILE_${n}(condition, body) do { \\\n        while (condition) { \\\n            body; \\\n        } \\\n    } while (0)`,
    name: (n) => `WHILE_${n}`,
  },
  {
    text: (n) => `enum colour_${n} {\n    RED_${n},\n    BLUE_${n} = 4, /* of the sky */\n};`,
    name: (n) => `colour_${n}`,
  },
  { text: (n) => `enum { FIRST_${n}, SECOND_${n} };`, name: (n) => `SECOND_${n}` },
  {
    text: (n) =>
      `struct value_${n} {\n    int kind;\n    union {\n        long number;\n        char *text; /* owned */\n    };\n    unsigned flag : 1, rest : 7;\n};`,
    name: (n) => `value_${n}`,
    type: (n) => `struct value_${n}`,
  },
  {
    text: (n) =>
      `typedef struct Node${n} {\n    LIST_ENTRY(Node${n}) next;\n    void (*notify)(struct Node${n} *self, int event);\n} Node${n};`,
    name: null,
    type: (n) => `Node${n}`,
  },
  { text: (n) => `typedef int callback_${n}(void *opaque, int ret);`, name: (n) => `callback_${n}` },
  { text: (n) => `typedef void (*handler_${n})(int number);`, name: (n) => `handler_${n}` },
  { text: (n) => `extern int counter_${n};`, name: (n) => `counter_${n}` },
  { text: (n) => `extern int (*hook_${n})(int a, int b);`, name: (n) => `hook_${n}` },
  { text: (n) => `extern const char *const names_${n}[];`, name: (n) => `names_${n}` },
  { text: (n) => `_Static_assert(sizeof(int) <= ${n} + 4, "small");`, name: null },
  {
    text: (n) =>
      `#define COLOURS_${n}(X) \\\n    X(red_${n}) \\\n    X(green_${n})\n#define X(name) colour_##name,\nenum palette_${n} { COLOURS_${n}(X) none_${n} };\n#undef X`,
    name: null,
  },
  { text: (n) => `DECLARE_THING(thing_${n})`, name: null },
  { text: (n) => `LIST_HEAD(head_${n}, pair);`, name: null },
  { text: (n) => `struct later_${n};`, name: null, type: (n) => `struct later_${n}` },
  {
    text: (n) => `struct options_${n} {\n    int level;\n#ifdef WITH_EXTRA\n    int extra;\n#endif\n};`,
    name: (n) => `options_${n}`,
  },
  { text: () => '#if 0\nint disabled(void);\n#endif', name: null },
  { text: (n) => `#ifndef LEVEL_${n}\n#define LEVEL_${n} 2\n#endif`, name: null },
  { text: (n) => `#define STEP_${n} 1\n#undef STEP_${n}`, name: null },
];

/** Conditions of which gcc may hold either; none is changed by the header. */
export const conditions: readonly string[] = [
  '#ifdef CONFIG_DISK',
  '#ifndef CONFIG_TINY',
  '#if defined(CONFIG_DISK) && !defined(CONFIG_TINY)',
  '#if CONFIG_LEVEL > 2 || \\\n    defined(__linux__)',
  '#ifndef __cplusplus',
];

export const brackets: readonly (readonly [open: string, close: string])[] = [
  ['#ifdef __cplusplus\nextern "C" {\n#endif', '#ifdef __cplusplus\n}\n#endif'],
  ['G_BEGIN_DECLS', 'G_END_DECLS'],
  ['#pragma pack(push, 1)', '#pragma pack(pop)'],
  ['#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored "-Wunused"', '#pragma GCC diagnostic pop'],
  ['PUBLIC_API_BEGIN', 'PUBLIC_API_END'],
];

/** Below `static inline int f(int a)`. `other` is a function of the header, or null while there is none. */
export const inlineBodies: readonly ((n: number, other: string | null) => string)[] = [
  () => ' { return a; }',
  () => '\n{\n    int twice = a + a;\n\n    return twice;\n}',
  (n) => `\n{\n#ifdef CONFIG_DISK\n    a += ${n};\n#else\n    a -= ${n};\n#endif\n    return a;\n}`,
  (n) => `\n{\n    /* No lock is taken. */\n    return a * ${n};\n}`,
  (_, other) =>
    `\n{\n    int n = support_count();\n\n    return n + a${other === null ? '' : ` + (${other} != 0)`};\n}`,
];
