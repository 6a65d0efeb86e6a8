/** A way to declare a function. */
export type Shape = {
  /** The declaration without its `;`. `type` is an object type that has been declared. */
  readonly declare: (name: string, type: string) => string;
  /** What a definition starts with. */
  readonly head: (name: string, type: string) => string;
  readonly returns: 'nothing' | 'number' | 'pair';
  /** The names it declares. */
  readonly names: (name: string) => readonly string[];
};

/** Every shape of prototype that a header is known to have. The plainest first: shrinking ends there. */
export const shapes: readonly Shape[] = [
  shape('nothing', (f) => `void ${f}(void)`),
  shape('number', (f) => `int ${f}(int a)`),
  shape('number', (f, type) => `${type} *${f}(${type} *self, const char *name)`),
  shape('number', (f, type) => `int ${f}(${type} *self,\n        int first,\n        int second)`),
  shape('number', (f) => `void (*${f}(int number, void (*handler)(int)))(int)`),
  shape('number', (f) => `int ${f}(int (*compare)(const void *, const void *), void *opaque)`),
  shape('nothing', (f) => `void ${f}(void)`, { before: 'extern ' }),
  shape('number', (f, type) => `int ${f}(${type} *self)`, { before: '__attribute__((warn_unused_result)) ' }),
  shape('number', (f) => `int __attribute__((const)) ${f}(int a)`),
  shape('nothing', (f) => `void ${f}(const char *format, ...)`, { after: ' __attribute__((format(printf, 1, 2)))' }),
  shape('nothing', (f) => `void ${f}(const char *format, ...)`, { after: '\n    G_GNUC_PRINTF(1, 2)' }),
  shape('number', (f, type) => `int coroutine_fn ${f}(${type} *self)`),
  shape('number', (f, type) => `${type} * coroutine_fn ${f}(${type} *self)`),
  shape('number', (f) => `const char *\n${f}(int a)`),
  shape('number', (f) => `int ${f}(int a, char *b, unsigned long c)`, {
    declared: (f) => `int ${f}(int, char *, unsigned long)`,
  }),
  shape('nothing', (f) => `void ${f}()`),
  shape('number', (f) => `int ${f}(void)`, {
    declared: (f) => `int ${f}(void), ${f}_too(int a)`,
    names: (f) => [f, `${f}_too`],
  }),
  shape('pair', (f) => `struct pair ${f}(int a)`),
  shape('number', (f) => `int ${f}(char buffer[sizeof(int) * 2])`),
  shape('number', (f) => `int ${f}(int a)`, { before: '[[nodiscard]] ' }),
  shape('number', (f) => `int ${f}(int a, /* in seconds */ int b)`),
  shape('number', (f) => `int ${f}(int a)`, {
    declared: (f) => `int ${f}(int a\n#ifdef WITH_EXTRA\n        , int extra\n#endif\n        )`,
  }),
  shape('number', (f, type) => `int ${f}(const ${type} *self, enum mode mode)`, {
    before: 'extern ',
    after: ' __attribute__((nonnull(1), cold))',
  }),
];

type Variation = {
  readonly before?: string;
  readonly after?: string;
  readonly declared?: (name: string) => string;
  readonly names?: Shape['names'];
};

function shape(returns: Shape['returns'], head: Shape['head'], variation: Variation = {}): Shape {
  const { before = '', after = '', declared, names = (name) => [name] } = variation;
  const declare: Shape['declare'] = (name, type) => before + (declared?.(name) ?? head(name, type)) + after;
  return { declare, head, returns, names };
}
