import type { Workbench } from '../../io/series/workbench.ts';
import type { Progress } from '../../report/progress.ts';
import type { SeriesOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import type { SeriesSources } from './series-sources.ts';

/** A series to be made, and where. */
export type SeriesTask = {
  readonly bench: Workbench;
  readonly root: string;
  readonly sources: SeriesSources;
  readonly options: SeriesOptions;
  readonly shell: Shell;
  readonly progress: Progress;
};
