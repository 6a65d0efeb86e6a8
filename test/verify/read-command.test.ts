import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type CommandWorld, readCommand } from '../../src/verify/command/read-command.ts';

const isInside = (path: string): boolean => path === '/src' || path.startsWith('/src/') || path === '/build';

/** A machine with gcc and others in /usr/bin, a tree in /src and a build directory /build. */
const world: CommandWorld = {
  paths: {
    real: (folder, path) => posix.resolve(folder, path),
    isInside: (path) => isInside(path) || path.startsWith('/build/'),
    isFolder: (path) => path !== '/build/gone',
  },
  machine: {
    searched: ['/usr/bin', '/src/bin'],
    program: (path) =>
      ['gcc', 'cc', 'g++', 'arm-linux-gnueabihf-gcc-12', 'clang', 'ccache', 'sh', 'mycc'].some(
        (one) => path === `/usr/bin/${one}`,
      ) ||
      path === '/src/bin/tcc-gcc' ||
      path === '/src/tools/gcc' ||
      path === '/opt/x/gcc'
        ? path
        : null,
    isInside,
    allowed: new Set(['mycc', '/opt/x/gcc']),
  },
  response: () => (path) => {
    if (path === 'flags.rsp') return { text: '-DFROM_FILE -Iinc' };
    if (path === 'evil.rsp') return { text: '-fplugin=./x.so' };
    if (path === 'loop.rsp') return { text: '@loop.rsp' };
    return path.startsWith('/etc')
      ? { reason: 'the response file lies outside the tree and the build directory' }
      : null;
  },
};

const read = (line: string) => readCommand({ file: 'a.c', folder: '/src', words: line.split(' ') }, world);

describe('what remains of a recorded command', () => {
  test.each([
    ['gcc -Iinc -O2 -DX=1 -c a.c -o a.o', ['-Iinc', '-O2', '-DX=1']],
    [
      'gcc -I inc -D X -U Y -isystem sys -MD -MF a.d -MT a.o -MQ a.o -g -ggdb3 -c a.c',
      ['-Iinc', '-DX', '-UY', '-isystem', 'sys'],
    ],
    ['gcc -Wall -Werror -Werror=format -Wp,-MMD,a.d -Wp,-DZ -Wl,-O1 -Wa,-x a.c', ['-Wall', '-DZ']],
    ['gcc --coverage -fprofile-arcs -ftest-coverage -save-temps -fdump-tree-all -flto a.c', []],
    [
      'gcc -include config.h -include inc/b.h -std=gnu99 -m32 a.c',
      ['-include', 'config.h', '-include', 'inc/b.h', '-std=gnu99', '-m32'],
    ],
    ['gcc @flags.rsp a.c', ['-DFROM_FILE', '-Iinc']],
    ['ccache gcc -O1 a.c', ['-O1']],
    ['gcc -I../other -I.. a.c', ['-I/other', '-I/']],
    ['gcc -DP="/etc/x" a.c', ['-DP="/etc/x"']],
  ])('%s', (line, flags) => {
    expect(read(line)).toMatchObject({ kind: 'unit', unit: { flags, compiler: '/usr/bin/gcc', input: 'a.c' } });
  });

  test('a path of the tree is kept as such, so that each scratch tree has its own', () => {
    expect(read('gcc -I/src/inc -isystem/build/gen -I/usr/inc /src/a.c')).toMatchObject({
      unit: {
        flags: [{ before: '-I', path: '/src/inc' }, { before: '-isystem', path: '/build/gen' }, '-I/usr/inc'],
        input: { before: '', path: '/src/a.c' },
      },
    });
  });

  test.each([
    ['arm-linux-gnueabihf-gcc-12 a.c', '/usr/bin/arm-linux-gnueabihf-gcc-12'],
    ['/usr/bin/clang a.c', '/usr/bin/clang'],
    ['mycc a.c', '/usr/bin/mycc'],
    ['/opt/x/gcc a.c', '/opt/x/gcc'],
  ])('%s has a compiler', (line, compiler) => {
    expect(read(line)).toMatchObject({ unit: { compiler } });
  });

  test('C++ is told by the compiler, the file or -x', () => {
    expect(read('g++ a.c')).toMatchObject({ unit: { language: 'c++' } });
    expect(read('gcc -xc++ a.c')).toMatchObject({ unit: { language: 'c++' } });
    expect(read('gcc -x assembler-with-cpp a.c')).toMatchObject({ unit: { language: 'assembler' } });
    expect(read('gcc -x ada a.c')).toMatchObject({ kind: 'other' });
  });
});

describe('what is refused, by name', () => {
  test.each([
    ['gcc -o /etc/passwd a.c', '-o /etc/passwd'],
    ['gcc -o/etc/passwd a.c', '-o /etc/passwd'],
    ['gcc -o ../../x a.c', '-o ../../x'],
    ['gcc -MF /home/u/.profile a.c', '-MF /home/u/.profile'],
    ['gcc -MF/home/u/.profile a.c', '-MF /home/u/.profile'],
    ['gcc -Wp,-MD,/etc/x a.c', '-Wp,-MD /etc/x'],
    ['gcc -aux-info /etc/x a.c', '-aux-info /etc/x'],
    ['gcc -MJ /etc/x a.c', '-MJ /etc/x'],
    ['gcc -fplugin=./x.so a.c', '-fplugin=./x.so'],
    ['gcc -fplugin-arg-x=1 a.c', '-fplugin-arg-x=1'],
    ['clang -fpass-plugin=x.so a.c', '-fpass-plugin=x.so'],
    ['clang -Xclang -load a.c', '-Xclang'],
    ['clang -mllvm -load=x a.c', '-mllvm'],
    ['gcc -B. a.c', '-B.'],
    ['gcc -B tools a.c', '-B'],
    ['gcc -specs=x a.c', '-specs=x'],
    ['gcc --specs=x a.c', '--specs=x'],
    ['gcc -wrapper sh,x a.c', '-wrapper'],
    ['gcc -Wl,-plugin,x a.c', '-Wl,-plugin,x'],
    ['gcc -iplugindir=x a.c', '-iplugindir=x'],
    ['gcc -fmodule-mapper=|sh a.c', '-fmodule-mapper=|sh'],
    ['gcc -fnew-thing=/etc/x a.c', '-fnew-thing=/etc/x'],
    ['gcc --unheard-of a.c', '--unheard-of'],
    ['gcc -Xpreprocessor -MD a.c', '-Xpreprocessor'],
    ['gcc @/etc/flags a.c', '@/etc/flags'],
    ['gcc @evil.rsp a.c', '-fplugin=./x.so'],
    ['gcc @loop.rsp a.c', '@loop.rsp'],
    ['gcc @missing a.c', '@missing'],
    ['gcc a.c b.c', 'b.c'],
    ['gcc a.c touch', 'touch'],
    ['gcc - a.c', '-'],
    ['gcc -O2', 'a.c'],
    ['./gcc a.c', './gcc'],
    ['tools/gcc a.c', 'tools/gcc'],
    ['/src/tools/gcc a.c', '/src/tools/gcc'],
    ['tcc-gcc a.c', 'tcc-gcc'],
    ['sh -c x a.c', 'sh'],
    ['/bin/sh ../libtool gcc a.c', '/bin/sh'],
    ['python3 a.c', 'python3'],
    ['no-such-gcc a.c', 'no-such-gcc'],
    ['ccache sh a.c', 'sh'],
  ])('%s', (line, word) => {
    expect(read(line)).toMatchObject({ kind: 'refused', word });
  });

  test('a unit that runs or lies elsewhere', () => {
    expect(readCommand({ file: 'a.c', folder: '/home', words: ['gcc', 'a.c'] }, world)).toMatchObject({
      kind: 'refused',
      word: '/home',
    });
    expect(readCommand({ file: '/etc/a.c', folder: '/src', words: ['gcc', '/etc/a.c'] }, world)).toMatchObject({
      kind: 'refused',
      word: '/etc/a.c',
    });
  });
});
