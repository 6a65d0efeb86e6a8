import type Parser from 'tree-sitter';

/** Says of a function body what the C grammar makes of it. */
export type BodyGrammar = (body: string) => BodyReading;

/** For each thing at the body's top level, or in a conditional there, that the grammar accepts: its offset, its kind. */
export type BodyReading = ReadonlyMap<number, 'declaration' | 'statement'>;

/** Loads the parser at the first call: that takes as long as reading a hundred bodies, and most runs need none. */
export async function loadBodyGrammar(): Promise<BodyGrammar> {
  loading ??= loadParser();
  const parser = await loading;
  return (body) => {
    const reading = new Map<number, 'declaration' | 'statement'>();
    const compound = parser.parse(HEAD + body).rootNode.firstNamedChild?.childForFieldName('body');
    if (compound) readChildren(compound, reading);
    return reading;
  };
}

let loading: Promise<Parser> | null = null;

/** What makes a body a definition. */
const HEAD = 'void f(void)';

async function loadParser(): Promise<Parser> {
  const [{ default: TreeSitter }, { default: C }] = await Promise.all([import('tree-sitter'), import('tree-sitter-c')]);
  const parser = new TreeSitter();
  parser.setLanguage(C as unknown as Parser.Language);
  return parser;
}

function readChildren(node: Parser.SyntaxNode, reading: Map<number, 'declaration' | 'statement'>): void {
  for (const child of node.namedChildren) {
    if (child.type === 'comment') continue;
    if (CONDITIONAL.test(child.type)) readChildren(child, reading);
    else if (!child.hasError && !child.isMissing && !UNCERTAIN.test(child.type)) {
      reading.set(child.startIndex - HEAD.length, DECLARATIONS.has(child.type) ? 'declaration' : 'statement');
    }
  }
}

const CONDITIONAL = /^preproc_(?:if|ifdef|else|elif|elifdef)$/;

/** `FOREACH(i) {…}` reads as the definition of a function. */
const UNCERTAIN = /^preproc_|^function_definition$/;

const DECLARATIONS = new Set([
  'declaration',
  'type_definition',
  'struct_specifier',
  'union_specifier',
  'enum_specifier',
]);
