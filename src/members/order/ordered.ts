import type { Carriers } from './carriers.ts';
import type { Instances } from './instances.ts';
import type { MacroLookup } from './macro-lookup.ts';
import type { IsOffsetMacro } from './offset-macros.ts';
import type { Reordered } from './reordered.ts';

/** A struct whose members are to change places, and what several rules ask for. */
export type Ordered = Reordered & {
  readonly carriers: Carriers;
  readonly instances: Instances;
  readonly isOffsetMacro: IsOffsetMacro;
  readonly macrosNamed: MacroLookup;
};
