// Small words for checks: each says what it looks for, and the first that fails ends its group.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page at an address that notes what it should not do: ask for anything, or report an error. */
export async function openPage(context, address, first = '.top') {
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const origin = new URL(address).origin;
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = origin === 'null' ? url.split('#')[0] === address : url.startsWith(`${origin}/`);
    if (!isOwn && !/^(?:data|blob):/.test(url)) faults.push(`a request to ${url}`);
  });
  await page.goto(address);
  await page.waitForSelector(first);
  return { page, faults };
}

/** No serious finding of axe-core on what the page shows now, in light and in dark. */
export async function accessible(page, what) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(`if (!window.axe) { ${axe} }`);
    const { violations } = await page.evaluate('window.axe.run(document, { resultTypes: ["violations"] })');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    assert.deepEqual(told, [], `${what}, ${colorScheme}`);
  }
}

export async function texts(page, selector) {
  return (await page.locator(selector).allInnerTexts()).map((text) => text.trim());
}

/** The name of the function that is chosen. */
export async function chosen(page) {
  return (await page.locator('#detail-name').textContent()).replace(/^\S+\s+/, '').trim();
}

/** Nothing is wider than the window, on a desk or on a telephone, but what scrolls by itself. */
export async function nothingSticksOut(page) {
  const before = page.viewportSize();
  for (const width of [1280, 900, 420]) {
    await page.setViewportSize({ width, height: 800 });
    const out = await page.evaluate(`(() => {
      const isCut = (one) => getComputedStyle(one).overflowX !== 'visible';
      return [...document.querySelectorAll('#app *')].flatMap((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        if (width <= 1 || (left >= -1 && right <= innerWidth + 1)) return [];
        for (let box = one.parentElement; box.id !== 'app'; box = box.parentElement) if (isCut(box)) return [];
        return [one.outerHTML.slice(0, 120)];
      });
    })()`);
    assert.deepEqual(out, [], `at ${width} pixels`);
    const panes = await page.evaluate(
      `[...document.querySelectorAll('.pane')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)`,
    );
    assert.deepEqual(panes, [], `panes at ${width} pixels`);
  }
  await page.setViewportSize(before);
}

/** Does a check again until it passes: what a key or a click brings is drawn when the browser comes to it. */
export async function soon(check) {
  for (let turn = 0; turn < 400; turn++) {
    try {
      return await check();
    } catch {
      await setTimeout(50);
    }
  }
  return check();
}

/** Waits for something to become so; the page's policy lets nothing be evaluated in it that waits itself. */
export async function becomes(page, read, wanted) {
  for (let turn = 0; turn < 400; turn++) {
    if (JSON.stringify(await page.evaluate(read)) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(50);
  }
  assert.deepEqual(await page.evaluate(read), wanted);
}

/** Waits until something holds outside the page. */
export async function holds(page, read, what) {
  for (let turn = 0; turn < 400 && !read(); turn++) await page.waitForTimeout(50);
  assert.ok(read(), what);
}

/** Waits until the page says something with these words. */
export async function says(page, words) {
  await becomes(page, `document.querySelector('.said').textContent.includes(${JSON.stringify(words)})`, true);
}

/** Waits until the page alarms with these words. */
export async function alarms(page, words) {
  const read = `document.querySelector('[role=alert]').textContent.includes(${JSON.stringify(words)})`;
  await becomes(page, read, true);
}

export { assert };
