/** Words of a name by which functions that do the same for another kind of caller differ. */
const VARIANT = /(?:^|_)(?:co|aio|async|sync|begin|end|noerr|locked|unlocked|nolock|start|stop|part)(?=_|$)/g;

/** What the names of siblings have in common: `blk_pread` of `blk_co_pread`, `bdrv_drained` of `bdrv_drained_end`. */
export function baseOf(name: string): string {
  const base = name.replace(VARIANT, '');
  return base === '' ? name : base;
}
