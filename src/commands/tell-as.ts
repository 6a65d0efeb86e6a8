import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { githubCommands } from '../report/github.ts';
import { sarifLog } from '../report/sarif.ts';
import { toolVersion } from '../report/tool-version.ts';
import { bytesOfText } from '../text/source-text.ts';
import type { Shell } from './shell.ts';

/** What a command has to tell: its findings, the whole as JSON, and what it does to tell readers. */
export type Told = {
  readonly findings: readonly Diagnostic[];
  readonly json: () => string;
  readonly text: () => void;
};

/** Tells it in the form that was asked for. */
export function tellAs(format: 'text' | 'json' | 'sarif' | 'github', told: Told, shell: Shell): void {
  switch (format) {
    case 'json':
      shell.stdout(told.json());
      break;
    case 'sarif':
      shell.stdout(sarifLog(told.findings, toolVersion()));
      break;
    case 'github':
      shell.stdout(bytesOfText(githubCommands(told.findings)));
      break;
    case 'text':
      told.text();
      break;
    default:
      assertNever(format);
  }
}
