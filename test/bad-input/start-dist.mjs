// Starts the build in HEADER_SPLIT_DIST, as `bin/header-split.js` starts the one in `dist`.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { main } = await import(pathToFileURL(join(resolve(process.env.HEADER_SPLIT_DIST), 'cli/main.js')).href);
process.exitCode = await main(process.argv.slice(2));
