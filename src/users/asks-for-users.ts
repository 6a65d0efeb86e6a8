import type { Manifest } from '../manifest/manifest.ts';

/** Whether a manifest wants the includes of users to change. */
export function asksForUsers({ users }: Manifest): boolean {
  return users !== null && users.rewrite !== 'none';
}
