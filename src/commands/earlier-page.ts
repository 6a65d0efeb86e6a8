import { pageBeginning } from '../html/page.ts';
import type { Replaces } from '../io/output-target.ts';

/** What a page may replace: a page, so that no manifest, source or work of the user is lost by a wrong name. */
export const earlierPage: Replaces = { beginning: pageBeginning, kind: 'a page of header-split' };
