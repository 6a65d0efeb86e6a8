import bundleSource from './bundle-source.mjs';
import { keepTemporaryFilesInMemory } from './memory-folder.mjs';

export default async function setUp() {
  keepTemporaryFilesInMemory();
  await bundleSource();
}
