// Starts the process that runs command lines for the tests of this worker, when the first asks for one.
const { fork } = require('node:child_process');

const bundle = process.env.COMMAND_SERVER;
delete process.env.COMMAND_SERVER;

// A command line is done before fast code of its functions would pay: see node-with-tree-sitter.cjs.
const patience = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=2000000'] : [];
const flags = ['--single-threaded', ...patience];

const waiting = new Map();
let server;
let last = 0;

/** Null where command lines run in the process of the test. */
module.exports = bundle === undefined ? null : ask;

/** What the command line came to. Rejects if the process ended over it. */
function ask(request) {
  server ??= start();
  // What waits keeps this process alive, and nothing else here does.
  server.channel.ref();
  last++;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    server.send({ ...request, id });
  });
}

function start() {
  const started = fork(bundle, [], { execArgv: flags, serialization: 'advanced' });
  started.on('message', ({ id, ...outcome }) => {
    waiting.get(id).resolve(outcome);
    waiting.delete(id);
    if (waiting.size === 0) started.channel.unref();
  });
  started.on('exit', (status, signal) => {
    server = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`the commands ended with ${signal ?? status}`));
    waiting.clear();
  });
  started.unref();
  return started;
}
