import { assertNever } from '../../../src/diagnostics/assert-never.ts';
import type { CommentDraft } from './draft.ts';

/** Lines of a comment, none when there is none. `n` tells it from others, `name` is the function below it. */
export function printComment({ kind, names }: CommentDraft, n: number, name: string | null): readonly string[] {
  const speaksOf = names && name !== null ? `${name}() is ` : '';
  switch (kind) {
    case 'none':
      return [];
    case 'one-line':
      return [`/* ${speaksOf}Note ${n}. */`];
    case 'stars':
      return ['/*', ` * ${speaksOf}Note ${n}`, ' *', ' * in several lines.', ' */'];
    case 'slashes':
      return [`// ${speaksOf}Note ${n},`, '// in two lines.'];
    case 'doc':
      return ['/**', ` * ${speaksOf}Note ${n}.`, ' */'];
    case 'latin1':
      return [`/* ${speaksOf}Note ${n} of Gr\xfc\xdfe. */`];
    case 'continued':
      return [`// ${speaksOf}Note ${n} goes on \\`, '   here'];
    default:
      return assertNever(kind);
  }
}
