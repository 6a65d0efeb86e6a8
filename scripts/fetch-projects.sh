#!/usr/bin/env bash
# usage: scripts/fetch-projects.sh DIR [NAME...]
# Puts C projects that are not QEMU into DIR, from Debian's source packages: redis, git, tmux, busybox, lua, nginx and
# linux, or those named; linux-core is what Linux's kernel/, lib/ and mm/ are compiled from, an eighth of it. Each becomes
# a git repository of one commit. Nothing is built, and a project that is there already stays as it is. Needs apt-get,
# git, tar with bzip2 and xz, and 2 GB for linux; the mirror is the one apt uses.
set -euo pipefail
source "$(dirname "$0")/debian-sources.sh"

SUITE=bookworm
# Project, its source package, and what the version begins with.
PROJECTS=(
  "redis redis 5:7.0.15-"
  "git git 1:2.39.5-"
  "tmux tmux 3.3a-"
  "busybox busybox 1:1.35.0-"
  "lua lua5.4 5.4.4-"
  "nginx nginx 1.22.1-"
  "linux linux 6.1."
  "linux-core linux 6.1."
)
LINUX_CORE=(
  --wildcards --no-wildcards-match-slash
  'linux-*/'{Kbuild,Makefile,COPYING,MAINTAINERS,include,init,kernel,lib,mm,scripts,usr,certs,arch/x86}
  'linux-*/'{security/selinux/include,tools/{arch/x86,build,include,lib,objtool,scripts}}
  --wildcards-match-slash '*/Kconfig*'
)

[[ $# -ge 1 && $1 != -* ]] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
mkdir -p "$1" || fail "$1 cannot be made"
target=$(cd "$1" && pwd)
shift
wanted=" $* "
for name; do
  [[ " ${PROJECTS[*]%% *} " == *" $name "* ]] || fail "'$name' is none of: ${PROJECTS[*]%% *}"
done

for entry in "${PROJECTS[@]}"; do
  read -r name package release <<< "$entry"
  [[ $# == 0 && $name != linux-core || $wanted == *" $name "* ]] || continue
  place=$target/$name
  if [[ -e $place/.git ]]; then
    echo "$place is there already"
    continue
  fi
  prepare_sources "$SUITE"
  picked=()
  [[ $name != linux-core ]] || picked=("${LINUX_CORE[@]}")
  unpack_source "$package" "$release" "$place" "${picked[@]}"
  echo "$place: $(git -C "$place" ls-files | wc -l) files"
done
