/** C17 7.1.2. */
const STANDARD =
  'assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic ' +
  'stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype';

/** POSIX.1-2017, what C17 has left out. */
const POSIX =
  'aio cpio dirent dlfcn fcntl fmtmsg fnmatch ftw glob grp iconv langinfo libgen monetary mqueue ndbm netdb nl_types ' +
  'poll pthread pwd regex sched search semaphore spawn strings stropts syslog tar termios trace ulimit unistd utime ' +
  'utmpx wordexp';

const names: ReadonlySet<string> = new Set(`${STANDARD} ${POSIX}`.split(' ').map((name) => `${name}.h`));

/** Whether an include path is one of a hosted system's own headers, of which a project may hold a replacement. */
export function isSystemHeader(path: string): boolean {
  return names.has(path) || /^(?:sys|net|netinet|arpa)\//.test(path);
}
