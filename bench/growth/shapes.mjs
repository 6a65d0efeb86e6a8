// Trees whose one dimension grows: each shape is a function from a size to files (path -> text) and to what is asked of
// the tool. A shape says nothing of speed; `../growth.mjs` measures it.
import { bodyShapes } from './body-shapes.mjs';
import { headerShapes } from './header-shapes.mjs';
import { manifestShapes } from './manifest-shapes.mjs';
import { tokenShapes } from './token-shapes.mjs';
import { treeShapes } from './tree-shapes.mjs';

/**
 * Name -> { tree, commands }. `tree(n)` gives the files, with `h.h` and `m.yaml` among them; `commands` says which steps
 * (`steps.mjs`) are measured, where it is more or less than `init`, `check` and `diff`.
 */
export const shapes = new Map(
  Object.entries({ ...tokenShapes, ...headerShapes, ...bodyShapes, ...manifestShapes, ...treeShapes }),
);
