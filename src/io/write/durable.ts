import { closeSync, constants, fchmodSync, fchownSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { errorCode } from '../system-error.ts';

/** Permission bits that survive the umask, and the owner to give the file to where that is allowed. */
export type FileIdentity = { readonly permissions: number; readonly uid: number; readonly gid: number };

/**
 * Creates a file that must not exist, with these bytes, and returns when they are on the disk. Without an identity the
 * file is the caller's, with `permissions` cut by the umask. System errors are thrown.
 */
export function createDurably(
  path: string,
  bytes: Buffer,
  identity: FileIdentity | { readonly permissions: number },
): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const file = openSync(path, flags, identity.permissions);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    if ('uid' in identity) {
      tolerate(['EPERM', 'EINVAL', 'ENOSYS'], () => fchownSync(file, identity.uid, identity.gid));
      fchmodSync(file, identity.permissions);
    }
    tolerate(['EINVAL', 'ENOSYS', 'ENOTSUP'], () => fsyncSync(file));
  } finally {
    closeSync(file);
  }
}

/** Makes the names in a folder durable, where the file system can do that. */
export function syncFolder(folder: string): void {
  // Some network and FUSE file systems refuse to open or sync a folder; there is no other way to ask them.
  tolerate(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EACCES', 'EPERM', 'EISDIR', 'EBADF'], () => {
    const handle = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** Does `work`; errors with one of these system codes are no errors. */
export function tolerate(codes: readonly string[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!codes.includes(errorCode(error))) throw error;
  }
}
