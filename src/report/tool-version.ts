import { createRequire } from 'node:module';

/** This tool's version, from its own package.json, which lies two folders up from `src/report` and `dist/report`. */
export function toolVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json');
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json names no version');
}
