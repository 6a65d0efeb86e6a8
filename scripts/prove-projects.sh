#!/usr/bin/env bash
# prove-projects.sh DIR [git|busybox]: splits the central header of git and of busybox, proves the split by their own builds, and lists the
# assertions that their own tests never run. DIR/git and DIR/busybox are git trees of Debian's sources
# (scripts/fetch-projects.sh DIR); they are copied. Needs gcc, make, zlib and OpenSSL's headers. Takes half an hour of CPU; run by
# hand. Ends with what was proved and what ran, and with 1 when something does not hold. All is below a temporary directory,
# which stays.
set -euo pipefail
from=$(cd "${1:?usage: prove-projects.sh DIR [git|busybox]}" && pwd)
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
split() { node "$here/bin/header-split.js" "$@"; }
flags=(NO_CURL=1 NO_EXPAT=1 NO_GETTEXT=1 NO_TCLTK=1 NO_PYTHON=1)

# On all processors; what a command says stays together.
make_all() { make -j "$(nproc)" -O "$@"; }

# make_database LOG DIR: the commands that the build ran, without coverage.
make_database() {
  mkdir -p "$2"
  node "$here/scripts/compile-database.mjs" <"$1" | sed 's/ -O0 --coverage/ -O2/; s/--coverage//' >"$2/compile_commands.json"
}

# tests_of_git TREE: a part of its suite, those of the index and of what stands on it.
tests_of_git() {
  (cd "$1/t" && for number in t2107 t3700 t7102 t3000 t2004 t1000 t4000 t0008 t7501 t3903 t0001; do
    sh ./"$number"-*.sh -q || true
  done) >"$work/git-tests.log" 2>&1
}

# assertions TREE MANIFEST: what the run left in .gcda files.
assertions() {
  mkdir -p "$work/coverage-$2"
  (cd "$1" && find . -name '*.gcda' -print0 | sort -z | xargs -0 gcov --json-format -p >/dev/null 2>&1
    mv -- *.gcov.json.gz "$work/coverage-$2/")
  split coverage "$work/$2.yaml" -C "$1" --report "$work/coverage-$2"
}

prove_git() {
  git clone -q "$from/git" git
  split init cache.h -C git --parts common,index,object,env -o cache.yaml
  split assign cache.yaml -C git --defined-in 'read-cache.c=index' --defined-in 'name-hash.c=index' \
    --defined-in 'preload-index.c=index' --defined-in 'sparse-index.c=index' --defined-in 'builtin/*.c=index' \
    --defined-in 'merge.c=index' --defined-in 'object-*.c=object' --defined-in 'hex.c=object' --defined-in 'zlib.c=object'
  split assign cache.yaml -C git --unassigned-only '*=env'
  sed -i 's/^  index:$/&\n    assert: assert(the_repository);\n    assert_include: repository.h/' cache.yaml
  make_all -C git V=1 "${flags[@]}" CFLAGS='-O0 --coverage' LDFLAGS=--coverage >git.log 2>&1
  make_database git.log git-database
  split verify cache.yaml -C git -p git-database --state proofs-git
  split apply cache.yaml -C git
  make_all -C git "${flags[@]}" CFLAGS='-O0 --coverage' LDFLAGS=--coverage >git-split.log 2>&1
  tests_of_git git
  assertions git cache
}

prove_busybox() {
  git clone -q "$from/busybox" busybox
  split init include/libbb.h -C busybox --parts common,xfuncs,proc,io -o libbb.yaml
  split assign libbb.yaml -C busybox --defined-in 'libbb/x*.c=xfuncs' --defined-in 'libbb/vfork*.c=proc' \
    --defined-in 'libbb/signals.c=proc' --defined-in 'libbb/procps.c=proc' --defined-in 'libbb/u_signal_names.c=proc' \
    --defined-in 'libbb/run_shell.c=proc' --defined-in 'libbb/pidfile.c=proc'
  split assign libbb.yaml -C busybox --unassigned-only '*=io'
  sed -i 's/^  proc:$/&\n    assert: assert(applet_name);\n    assert_include: assert.h/' libbb.yaml
  make -C busybox defconfig >/dev/null 2>&1
  sed -i 's/^CONFIG_EXTRA_CFLAGS=.*/CONFIG_EXTRA_CFLAGS="--coverage -O0 -UNDEBUG"/; s/^CONFIG_TC=y/# CONFIG_TC is not set/
    s/^CONFIG_EXTRA_LDFLAGS=.*/CONFIG_EXTRA_LDFLAGS="--coverage"/' busybox/.config
  (yes '' || true) | make -C busybox oldconfig >/dev/null 2>&1
  (cd busybox && make_all V=1 SKIP_STRIP=y) >busybox.log 2>&1
  (cd busybox && make_database ../busybox.log ../busybox-database)
  split verify libbb.yaml -C busybox -p busybox-database --state proofs-busybox
  split apply libbb.yaml -C busybox
  (cd busybox && make_all SKIP_STRIP=y) >busybox-split.log 2>&1
  (cd busybox/testsuite && ./runtest >"$work/busybox-tests.log" 2>&1) || true
  assertions busybox libbb
}

cd "$work"
case ${2:-both} in
  git) prove_git ;;
  busybox) prove_busybox ;;
  both)
    prove_git
    prove_busybox
    ;;
  *) echo "prove-projects.sh: no such project: $2" >&2; exit 2 ;;
esac
echo "all of it is in $work"
