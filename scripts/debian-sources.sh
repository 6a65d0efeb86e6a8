# Sourced by scripts that fetch sources from Debian's packages: prepare_sources, then unpack_source for each.
# Packages are verified by apt; the mirror is the one that apt uses, and the system's own lists stay untouched.
# Needs apt-get, git, tar with bzip2 and xz. Sets `scratch`, a folder that goes when the script ends.

KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$*" >&2
  exit 1
}

# prepare_sources SUITE...: reads the source lists of these suites, in the first call only.
prepare_sources() {
  [[ -z ${scratch:-} ]] || return 0
  local tool mirror suite
  for tool in apt-get apt-cache git tar xz; do
    command -v "$tool" > /dev/null || fail "$tool is not installed"
  done
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  chmod 755 "$scratch"
  mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || fail "apt's sources name no Debian mirror"
  [[ -r $KEYRING ]] || fail "$KEYRING is missing (package debian-archive-keyring)"
  for suite in "$@"; do
    echo "deb-src [signed-by=$KEYRING] $mirror $suite main"
  done > "$scratch/sources.list"
  with_own_lists apt-get update >&2 || fail "the package lists of $mirror cannot be fetched"
}

# unpack_source PACKAGE RELEASE PLACE [TAR-ARGUMENT...]: puts the newest source package whose version begins with RELEASE
# into PLACE, a git repository of one commit. Unpacked beside it and moved there when it is complete. The arguments for
# tar may pick some of its files.
unpack_source() {
  local package=$1 release=$2 place=$3 version archive
  shift 3
  version=$(source_version "$package" "$release")
  [[ -n $version ]] || fail "the mirror has no source package of $package $release"
  mkdir -p "$scratch/$package"
  (cd "$scratch/$package" && with_own_lists apt-get --download-only source "$package=$version" >&2) ||
    fail "$package $version could not be downloaded"
  archive=$(find "$scratch/$package" -name "${package}_*.orig.tar.*" ! -name '*.asc' | head -n 1)
  [[ -n $archive ]] || fail "the source package of $package $version has no archive of its sources"
  rm -rf "$place.part"
  mkdir "$place.part"
  tar --extract --file="$archive" --directory="$place.part" --strip-components=1 "$@" || fail "$archive is damaged"
  rm -rf "${scratch:?}/$package"
  # Forced, because a project's own ignore rules would leave out files that the archive has.
  git -C "$place.part" init --quiet
  git -C "$place.part" add --all --force
  git -C "$place.part" -c user.name="$package" -c user.email="$package@localhost" -c commit.gpgSign=false -c gc.auto=0 \
    commit --quiet --message="$package $version as Debian packages its source"
  mv "$place.part" "$place"
}

# The first http(s) mirror of Debian itself in apt's sources, in either of their two formats.
debian_mirror() {
  local files=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources)
  sed -nE 's@^(URIs:|deb(-src)?)[[:space:]]+(\[[^]]*\][[:space:]]+)?(https?://[^[:space:]]+/debian)/?([[:space:]].*)?$@\4@p' \
    "${files[@]}" 2> /dev/null | head -n 1 || true # not all of the files have to exist
}

# apt-get or apt-cache on lists of our own.
with_own_lists() {
  local program=$1
  shift
  "$program" -qq -o Dir::Etc::SourceList="$scratch/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$scratch/lists" -o Dir::Cache="$scratch/cache" -o APT::Sandbox::User=root "$@"
}

source_version() {
  with_own_lists apt-cache showsrc "$1" 2> /dev/null |
    awk -v release="$2" '$1 == "Version:" && index($2, release) == 1 { print $2 }' | sort --version-sort | tail -n 1
}
