import type { FileGraph } from '../file-graph.ts';
import type { MarkedReach } from '../given.ts';
import type { Need } from '../needs/needs.ts';
import type { Standing } from '../standing.ts';
import type { ToldConditions } from '../told-conditions.ts';
import type { Wrapper } from '../wrappers.ts';

/** All that the choice of includes follows from. */
export type Situation = {
  readonly graph: FileGraph;
  readonly order: readonly number[];
  readonly wrappers: readonly Wrapper[];
  readonly marked: MarkedReach;
  readonly told: ToldConditions;
  /** By file. */
  readonly needs: readonly (readonly Need[])[];
  /** Whether the includes of a wrapper may change in a file; null: yes. */
  readonly standing: (file: number, wrapper: Wrapper) => Standing | null;
};
