// Required before a script by `node --require`: writes the seconds of CPU of its process, without its children, to the file
// that BENCH_OWN_CPU names.
const { writeFileSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_OWN_CPU, String((user + system) / 1e6));
});
