import { type Html, html } from '../html/html.ts';
import { pageDocument } from '../html/page.ts';
import { packRows } from './packed-rows.ts';
import type { ReviewData } from './review-data.ts';
import { type FunctionTexts, staticPage } from './static-page.ts';

/** Script and style of the page, as the build bundled them. */
export type PageParts = { readonly script: string; readonly style: string };

/**
 * The page as one HTML document that loads nothing: the list to be read without script, the data for the script, and the
 * whole picture, which shows when it is asked for.
 */
export function reviewPage(
  data: ReviewData,
  texts: readonly FunctionTexts[],
  picture: Html | null,
  { script, style }: PageParts,
  isServed = false,
): string {
  const names = data.manifests.map(({ header }) => header.replace(/^.*\//, '')).join(', ');
  return pageDocument({
    title: `${names} · review`,
    body: html`<div id="app" data-served="${isServed ? 'yes' : 'no'}">${staticPage(data, texts)}</div>
<template id="picture">${picture}</template>`,
    style,
    script,
    data: packRows(data),
    isServed,
  });
}
