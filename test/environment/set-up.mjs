import process from 'node:process';
import bundleSource from './bundle-source.mjs';
import { keepTemporaryFilesInMemory } from './memory-folder.mjs';

// What is removed at the end is removed where somebody interrupts the tests, too.
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

export default async function setUp() {
  for (const [signal, code] of Object.entries(signals)) process.once(signal, () => process.exit(code));
  keepTemporaryFilesInMemory();
  await bundleSource();
}
