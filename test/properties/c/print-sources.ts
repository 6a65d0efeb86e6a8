import { chosen, type PrintedFunction, type PrintedHeader } from './print-header.ts';

const FILES = ['src/dev.c', 'src/dev-io.c'];
const STUBS = 'stubs/dev-stub.c';

/** The .c files that define the header's functions, path -> text. `include` is how they spell the header. */
export function printSources({ functions }: PrintedHeader, include: string): Readonly<Record<string, string>> {
  const start = (title: string): string => `/* ${title} */\n#include <stddef.h>\n#include "${include}"\n\n`;
  const texts = new Map<string, string>([...FILES, STUBS].map((path) => [path, start(path)]));
  for (const { name, definition } of functions) {
    if (!definition) continue;
    const add = (file: string, body: number): void => {
      const text = printDefinition(name, definition, body);
      texts.set(file, `${texts.get(file)}${definition.conditional ? `#ifndef CONFIG_TINY\n${text}#endif\n` : text}\n`);
    };
    add(chosen(FILES, definition.file), definition.body);
    if (definition.stub) add(STUBS, 0);
  }
  return Object.fromEntries(texts);
}

function printDefinition(name: string, definition: NonNullable<PrintedFunction['definition']>, body: number): string {
  const { head, returns } = definition;
  const result = { nothing: '', number: 'return 0;', pair: 'return (struct pair){ 0, 0 };' }[returns];
  const isOldStyle = body % bodies.length === OLD_STYLE && head === `int ${name}(int a)`;
  return (isOldStyle ? `int ${name}(a)\n    int a;` : head) + chosen(bodies, body)(result);
}

const OLD_STYLE = 3;

/** From the end of the head to the end of the definition. `result` is the `return` statement, empty where there is none. */
const bodies: readonly ((result: string) => string)[] = [
  (result) => `\n{\n${result === '' ? '' : `    ${result}\n`}}\n`,
  (result) =>
    `\n{\n    int i = 0;\n    const char *label = NULL;\n\n    (void)i;\n    (void)label;\n${line(result)}}\n`,
  (result) => ` { ${result} }\n`,
  (result) => `\n{\n    int count = support_count();\n    count++;\n${line(result)}}\n`,
  (result) => `\n{\n    /* What follows is short. */\n    support_count();\n\n${line(result)}}\n`,
  (result) => `\n{\n    ERRP_GUARD();\n    int rest;\n\n    rest = 1;\n    (void)rest;\n${line(result)}}\n`,
  (result) => `\n{\n#ifdef CONFIG_DISK\n    int disks = 1;\n#endif\n    support_count();\n${line(result)}}\n`,
];

function line(result: string): string {
  return result === '' ? '' : `    ${result}\n`;
}
