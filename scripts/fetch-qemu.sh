#!/usr/bin/env bash
# usage: scripts/fetch-qemu.sh DIR
# Puts two QEMU releases into DIR, from Debian's source packages: qemu-5.2, from before QEMU's maintainers split its
# block headers by hand, and qemu-7.2, from after. Each becomes a git repository of one commit. Nothing is built, and
# a release that is there already stays as it is. Needs apt-get, git, tar with xz; the mirror is the one apt uses.
set -euo pipefail
source "$(dirname "$0")/debian-sources.sh"

# Release and the Debian suite that has its source.
RELEASES=(5.2:bullseye 7.2:bookworm)

[[ $# == 1 ]] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
mkdir -p "$1" || fail "$1 cannot be made"
target=$(cd "$1" && pwd)

for entry in "${RELEASES[@]}"; do
  release=${entry%%:*}
  place=$target/qemu-$release
  if [[ -e $place/.git ]]; then
    echo "$place is there already"
    continue
  fi
  prepare_sources "${RELEASES[@]#*:}"
  unpack_source qemu "1:$release+" "$place"
  echo "$place: $(git -C "$place" ls-files | wc -l) files"
done
