#!/usr/bin/env bash
# usage: scripts/fetch-qemu.sh DIR
# Puts two QEMU releases into DIR, from Debian's source packages: qemu-5.2, from before QEMU's maintainers split its
# block headers by hand, and qemu-7.2, from after. Each becomes a git repository of one commit. Nothing is built, and
# a release that is there already stays as it is. Needs apt-get, git, tar with xz; the mirror is the one apt uses.
set -euo pipefail

# Release and the Debian suite that has its source.
RELEASES=(5.2:bullseye 7.2:bookworm)
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
  printf 'fetch-qemu: %s\n' "$*" >&2
  exit 1
}

# The first http(s) mirror of Debian itself in apt's sources, in either of their two formats.
debian_mirror() {
  local files=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources)
  sed -nE 's@^(URIs:|deb(-src)?)[[:space:]]+(\[[^]]*\][[:space:]]+)?(https?://[^[:space:]]+/debian)/?([[:space:]].*)?$@\4@p' \
    "${files[@]}" 2> /dev/null | head -n 1 || true # not all of the files have to exist
}

# apt-get or apt-cache on lists of our own, so that the system's stay untouched.
with_own_lists() {
  local program=$1
  shift
  "$program" -qq -o Dir::Etc::SourceList="$scratch/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$scratch/lists" -o Dir::Cache="$scratch/cache" -o APT::Sandbox::User=root "$@"
}

source_version() {
  with_own_lists apt-cache showsrc qemu 2> /dev/null | awk -v release="1:$1+" \
    '$1 == "Version:" && index($2, release) == 1 && !found++ { print $2 }'
}

# One release, unpacked beside its place and moved there when it is complete.
unpack_release() {
  local release=$1 place=$2 version archive
  version=$(source_version "$release")
  [[ -n $version ]] || fail "the mirror has no source package of QEMU $release"
  mkdir -p "$scratch/$release"
  (cd "$scratch/$release" && with_own_lists apt-get --download-only source "qemu=$version" >&2) ||
    fail "QEMU $version could not be downloaded"
  archive=$(find "$scratch/$release" -name "qemu_$release*.orig.tar.xz" | head -n 1)
  [[ -n $archive ]] || fail "the source package of QEMU $version has no archive of its sources"
  rm -rf "$place.part"
  mkdir "$place.part"
  tar --extract --xz --file="$archive" --directory="$place.part" --strip-components=1 || fail "$archive is damaged"
  # Forced, because QEMU's own ignore rules would leave out files that the archive has.
  git -C "$place.part" init --quiet
  git -C "$place.part" add --all --force
  git -C "$place.part" -c user.name='QEMU' -c user.email='qemu@localhost' -c commit.gpgSign=false -c gc.auto=0 \
    commit --quiet --message="QEMU $release as Debian packages its source"
  mv "$place.part" "$place"
}

[[ $# == 1 ]] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
for tool in apt-get apt-cache git tar xz; do
  command -v "$tool" > /dev/null || fail "$tool is not installed"
done
mkdir -p "$1" || fail "$1 cannot be made"
target=$(cd "$1" && pwd)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"

fetched_lists=no
for entry in "${RELEASES[@]}"; do
  release=${entry%%:*}
  place=$target/qemu-$release
  if [[ -e $place/.git ]]; then
    echo "$place is there already"
    continue
  fi
  if [[ $fetched_lists == no ]]; then
    mirror=$(debian_mirror)
    [[ -n $mirror ]] || fail "apt's sources name no Debian mirror"
    [[ -r $KEYRING ]] || fail "$KEYRING is missing (package debian-archive-keyring)"
    for suite in "${RELEASES[@]#*:}"; do
      echo "deb-src [signed-by=$KEYRING] $mirror $suite main"
    done > "$scratch/sources.list"
    with_own_lists apt-get update >&2 || fail "the package lists of $mirror cannot be fetched"
    fetched_lists=yes
  fi
  unpack_release "$release" "$place"
  echo "$place: $(git -C "$place" ls-files | wc -l) files"
done
