// What a key costs on the review page in Chromium: time of the page's main thread from the key to the next picture, by the
// browser's own trace. CPU time says the same on a busy machine; time on the clock is what a reader waits.
import { pathToFileURL } from 'node:url';
import { withBrowser } from '../test/browser/chromium.mjs';

/** Each: what comes before all presses, a press, and what puts things back, which is not measured. */
const keys = {
  j: { press: key('j') },
  k: { before: key('End'), press: key('k') },
  PageDown: { press: key('PageDown') },
  PageUp: { before: key('End'), press: key('PageUp') },
  End: { press: key('End'), after: key('Home') },
  n: { press: key('n') },
  'a digit': { press: (page, at) => page.keyboard.press(at % 2 === 0 ? '2' : '3') },
  u: { before: giveParts, press: key('u') },
  Space: { press: key(' ') },
  '*': { press: key('*') },
  w: { press: key('w'), after: key('Escape') },
  'a letter of why': { before: key('w'), press: letter },
  '/': { press: key('/'), after: key('Escape') },
  'a letter of the search': { before: key('/'), press: letter },
  'a letter deleted': { before: longSearch, press: key('Backspace') },
  'another group': { press: choose('#by-group', ['section', 'file', 'part', 'status', 'none']) },
  'another status': { press: choose('#by-status', ['assigned', 'contradicted', 'open', 'all']) },
  'another part': { press: choose('#by-part', [{ index: 1 }, { index: 2 }, { index: 0 }]) },
  'another order': { press: sort },
  '?': { press: key('?'), after: key('Escape') },
  p: { press: key('p'), after: key('l') },
  s: { press: key('s'), after: key('l') },
  l: { before: key('s'), press: key('l'), after: key('s') },
};

function key(name) {
  return (page) => page.keyboard.press(name);
}

function letter(page, at) {
  return page.keyboard.press('redisCommand'[at % 12]);
}

async function giveParts(page) {
  for (let at = 0; at < 130; at++) await page.keyboard.press(at % 2 === 0 ? '2' : '3');
}

async function longSearch(page) {
  await page.keyboard.press('/');
  await page.keyboard.insertText('client'.padEnd(140, ' client'));
}

function choose(select, values) {
  return (page, at) => page.selectOption(select, values[at % values.length]);
}

function sort(page, at) {
  return page
    .locator('.row.head .sort:visible')
    .nth(at % 3)
    .click();
}

/** Tells a table for the page in a file, line by line. `presses`: of each key. */
export async function tellKeys({ chromium, file, tell, presses = 100 }) {
  await withBrowser(chromium, async (context) => {
    tell(`${'key'.padEnd(24)}${['CPU p95', 'max', 'clock p95', 'max'].map((one) => one.padStart(11)).join('')}  ms`);
    for (const [title, one] of Object.entries(keys)) {
      const costs = await costsOf(context, pathToFileURL(file).href, one, presses);
      const told = [costs.map(({ cpu }) => cpu), costs.map(({ clock }) => clock)].flatMap((all) => [
        share(all, 0.95),
        Math.max(...all),
      ]);
      tell(title.padEnd(24) + told.map((ms) => ms.toFixed(1).padStart(11)).join(''));
    }
  });
}

async function costsOf(context, address, { before, press, after }, presses) {
  const page = await context.newPage();
  const browser = await context.newCDPSession(page);
  const events = [];
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await page.goto(address);
  await page.evaluate('localStorage.clear()').catch(() => undefined);
  await page.reload();
  await page.focus('#rows');
  await before?.(page);
  await drawn(page);
  const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await browser.send('Tracing.start', { transferMode: 'ReportEvents', categories: categories.join(',') });
  for (let at = 0; at < presses; at++) {
    await page.evaluate('void performance.mark("press")');
    await press(page, at);
    await drawn(page);
    await page.evaluate('void performance.mark("pressed")');
    await after?.(page);
    await drawn(page);
  }
  const ended = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await ended;
  await page.close();
  return costsIn(events);
}

async function drawn(page) {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

const INPUTS = new Set(['keydown', 'keypress', 'input', 'keyup', 'change', 'mousedown', 'mouseup', 'click']);

const DRAWS = /^(?:UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|FireAnimationFrame)$/;

function isInput({ name, args }) {
  return name === 'EventDispatch' && INPUTS.has(args.data?.type);
}

function isPartOf({ ts }, task) {
  return task.ts <= ts && ts <= task.ts + task.dur;
}

/** The tasks from the first input between two marks to the first picture that is handed on behind it. */
function costsIn(events) {
  const marks = events.filter(({ cat, name }) => cat.includes('user_timing') && /^press(?:ed)?$/.test(name));
  const [{ pid, tid }] = marks;
  const own = events.filter((one) => one.pid === pid && one.tid === tid && one.ph === 'X').sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const starts = marks
    .filter(({ name }) => name === 'press')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const ends = marks
    .filter(({ name }) => name === 'pressed')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  return starts.flatMap((start, at) => {
    const within = own.filter(({ ts }) => ts > start && ts < ends[at]);
    const input = within.find(isInput);
    const shown = within.find(({ name, ts }) => name === 'Commit' && ts > (input?.ts ?? Number.POSITIVE_INFINITY));
    if (input === undefined || shown === undefined) return [];
    const counted = tasks.filter((task) =>
      within.some((one) => (isInput(one) || DRAWS.test(one.name)) && one.ts <= shown.ts && isPartOf(one, task)),
    );
    const cpu = counted.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
    return [{ cpu, clock: (shown.ts + shown.dur - input.ts) / 1000 }];
  });
}

function share(all, part) {
  return all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];
}
