import { render } from 'preact';
import { unpackRows } from '../review/packed-rows.ts';
import type { ReviewData } from '../review/review-data.ts';
import { App } from './app.tsx';
import { browserStore } from './browser-store.ts';
import { storeKey } from './store.ts';
import { takeTexts } from './texts.ts';

/** The page can be read as it is; with script, the list and the details become one that can be worked in. */
const root = document.getElementById('app');
const text = document.getElementById('data')?.textContent;
if (root !== null && text) {
  const data = unpackRows(JSON.parse(text)) as ReviewData;
  const texts = takeTexts();
  const template = document.getElementById('picture');
  const whole = template instanceof HTMLTemplateElement ? template.content.querySelector('svg') : null;
  root.replaceChildren();
  document.body.classList.add('app');
  const isServed = root.dataset['served'] === 'yes';
  render(<App {...{ data, texts, whole, isServed }} store={browserStore(storeKey(data))} />, root);
}
