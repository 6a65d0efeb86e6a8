import type { Severity } from '../diagnostics/codes.ts';
import type { Paint } from './colour.ts';

/** `error`, `warning` or `note`, in the colours that compilers use. */
export function severityHeading(severity: Severity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.bold(paint.red(severity));
    case 'warning':
      return paint.bold(paint.yellow(severity));
    case 'note':
      return paint.bold(paint.cyan(severity));
  }
}
