import { baseName } from '../../text/file-path.ts';

/** `cc`, `gcc-12`, `x86_64-linux-gnu-g++`, `clang++-15`. */
const COMPILER = /^(?:[A-Za-z0-9_.]+-)*(?:cc|c\+\+|gcc|g\+\+|clang|clang\+\+)(?:-\d+(?:\.\d+)*)?$/;

/** Programs that stand before a compiler in a recorded command, and change nothing of what it makes. */
const LAUNCHERS: ReadonlySet<string> = new Set(['ccache', 'distcc', 'icecc', 'sccache']);

export function looksLikeCompiler(program: string): boolean {
  return COMPILER.test(baseName(program));
}

/** Whether a word names a launcher, which a proof leaves out: `--launcher` says what stands there instead. */
export function isLauncher(word: string): boolean {
  return LAUNCHERS.has(baseName(word));
}

export function isCxxCompiler(program: string): boolean {
  return /\+\+(?:-[\d.]+)?$/.test(baseName(program));
}
