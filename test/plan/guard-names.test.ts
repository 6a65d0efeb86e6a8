import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { guardName } from '../../src/plan/guard-names.ts';

/** The header's path and guard, a part file, and the guard that it gets. */
const cases: readonly (readonly [header: string, guard: string, file: string, expected: string])[] = [
  ['block.h', 'BLOCK_H', 'block-io.h', 'BLOCK_IO_H'],
  ['include/block/block.h', 'BLOCK_H', 'include/block/block-io.h', 'BLOCK_IO_H'],
  ['include/block/block.h', 'BLOCK_BLOCK_H', 'include/block/block-io.h', 'BLOCK_BLOCK_IO_H'],
  ['sysemu/block-backend.h', 'BLOCK_BACKEND_H', 'sysemu/block-backend-graph.h', 'BLOCK_BACKEND_GRAPH_H'],
  ['sysemu/block-backend.h', 'BLOCKBACKEND_H', 'sysemu/block-backend-graph.h', 'BLOCKBACKEND_GRAPH_H'],
  ['linux/foo.h', '_LINUX_FOO_H', 'linux/foo-io.h', '_LINUX_FOO_IO_H'],
  ['foo.h', '__FOO_H__', 'foo-io.h', '__FOO_IO_H__'],
  ['foo.h', '_foo_h', 'foo-io.h', '_foo_io_h'],
  ['foo.h', 'FOO_INCLUDED', 'foo-io.h', 'FOO_IO_INCLUDED'],
  ['foo.h', 'PROJECT_API_H', 'foo-io.h', 'PROJECT_API_FOO_IO_H'],
  ['foo.h', 'FOO_H', 'bar.h', 'BAR_H'],
  ['channels.h', 'CHANNEL_H', 'channels-io.h', 'CHANNEL_IO_H'],
  ['channels.h', '__MY_CHANNEL_H__', 'channels-io.h', '__MY_CHANNEL_IO_H__'],
  ['channels.h', 'CHANNEL_H', 'channel-io.h', 'CHANNEL_IO_H'],
  ['channels.h', 'CHANNELH', 'channels-io.h', 'CHANNEL_IOH'],
  ['my-channels.h', 'SRC_MY_CHANNEL_H', 'my-channels-io.h', 'SRC_MY_CHANNEL_IO_H'],
  ['ssh-channels.h', 'CHANNELS_H', 'ssh-channels-io.h', 'CHANNELS_IO_H'],
  ['list.h', 'SYS_LISTS_H', 'list-io.h', 'SYS_LISTS_IO_H'],
  ['block.h', 'QEMU_BLOCKJOB_H_INCLUDED', 'block-io.h', 'QEMU_BLOCKJOB_IO_H_INCLUDED'],
  ['foo.h', 'FOOH', 'foo-io.h', 'FOO_IOH'],
  ['iov.h', 'SYS_IO_H', 'iov-io.h', 'SYS_IO_IOV_IO_H'],
];

test.each(cases)('%s with %s: %s gets %s', (path, guard, file, expected) => {
  const header = parseHeader({ path, text: `#ifndef ${guard}\n#define ${guard}\n#endif\n` });
  expect(guardName(header, file, [])).toBe(expected);
});
