/**
 * What a command may do to the world around it besides the tree: write, and know where it stands. Tests pass one that
 * collects; `cli` makes the one of the process.
 */
export type Shell = {
  /** Bytes as latin1. Unicode text goes through `bytesOfText` first; the JSON and SARIF reports are ASCII already. */
  stdout(text: string): void;
  /** Unicode text for readers. */
  stderr(text: string): void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
};
