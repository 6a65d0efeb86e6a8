import picocolors from 'picocolors';

/** Functions that colour a text, or return it as it is. */
export type Paint = ReturnType<typeof picocolors.createColors>;

export function paintFor(colour: boolean): Paint {
  return picocolors.createColors(colour);
}

export type ColourQuestion = {
  readonly flag: 'auto' | 'always' | 'never';
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the stream that is asked about is a terminal. */
  readonly isTTY: boolean;
};

/**
 * Whether to colour a stream. The flag decides; left at `auto`, a non-empty NO_COLOR forbids, FORCE_COLOR forces (`0` and
 * `false` forbid), and otherwise a terminal that is not `dumb` gets colour.
 */
export function wantsColour({ flag, env, isTTY }: ColourQuestion): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}
