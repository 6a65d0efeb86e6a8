// Required before a script by `node --require`: writes the seconds of CPU of its process, without its children, to the file
// that BENCH_OWN_CPU names, and of these what its helper threads took, as far as the kernel tells.
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_OWN_CPU, JSON.stringify({ own: (user + system) / 1e6, helpers: ofHelpers() }));
});

/** V8 collects garbage and compiles in them, too. */
function ofHelpers() {
  try {
    const threads = readdirSync('/proc/self/task').filter((thread) => thread !== String(process.pid));
    const times = threads.map((thread) =>
      Number(readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return times.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
  } catch {
    return 0;
  }
}
