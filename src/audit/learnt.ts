import type { BuiltGraph } from '../calls/build-graph.ts';
import type { Names } from '../scan/names.ts';
import type { Guarded } from './guarded-edges.ts';

export type FileFacts = { readonly size: number; readonly facts: Int32Array };

/** What a run knows that the next one may use. */
export type Learnt = {
  readonly names: Names;
  /** How many words there were when the table was begun. */
  readonly firstWords: number;
  /** By id. */
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly graph: { readonly key: string; readonly graph: BuiltGraph } | null;
  readonly guards: { readonly key: string; readonly guarded: Guarded } | null;
};
