import type { CompilerMessage } from './compiler-messages.ts';

/** What became of a unit in one state of the tree. Paths are those of the tree, never of a scratch tree. */
export type UnitResult =
  | {
      readonly kind: 'compiled';
      /** Packed: what each symbol consists of. */
      readonly symbols: string;
      readonly messages: readonly CompilerMessage[];
      /** All that the compiler read, absolute. */
      readonly files: readonly string[];
      /** Among them are files of the user's tree itself, which the copy has alike: true of this run alone. */
      readonly hasOriginals?: boolean;
    }
  | { readonly kind: 'failed'; readonly messages: readonly CompilerMessage[]; readonly output: string };
