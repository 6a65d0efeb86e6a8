// Debian's Chromium, as a user has it: a profile of its own that goes with it, and no service of the browser's maker.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the browser is; null where there is none. */
export function findChromium() {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(path) ? path : null;
}

/** A browser that `use` gets; whatever happens, it ends and leaves nothing. */
export async function withBrowser(executablePath, use) {
  const profile = mkdtempSync(join(tmpdir(), 'header-split-browser-'));
  const options = { executablePath, args: FLAGS, acceptDownloads: true, viewport: { width: 1440, height: 900 } };
  const context = await chromium.launchPersistentContext(profile, { ...options, headless: true });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
