# A bare Debian to install packages into; sourced, never run. Needs setup.sh, root, and package.sh.

# A bare system of a release (Debian 12 unless told) with what the package depends on, as an archive; made once, kept in
# .kiosk/cache: make_bare [bullseye]; make_bare bookworm screen: with a screen's parts, too, and a panel in memory
make_bare() {
  local suite=${1:-bookworm} kind=${2:-} to depends mirror=()
  to=$kiosk_cache/bare-$suite${kind:+-$kind}.tar
  [ ! -f "$to" ] || { echo "$to" && return; }
  say "a bare Debian, $suite (a few minutes, once)"
  depends=$(sed -n 's/^Depends: //p' "$package_debian/control/control" | sed 's/ ([^)]*)//g; s/ |[^,]*//g; s/, /,/g')
  [ "$kind" != screen ] || depends+=,$(sed -n 's/^Recommends: //p' "$package_debian/control/control" |
    tr -d ' ' | tr , '\n' | grep -E '^(chromium|cage|xwayland|libpam-systemd|fonts-noto-cjk)$' | paste -sd,),xvfb
  # An older release's updates may lie elsewhere, or nowhere any more: what it came out with will do for a test.
  # shellcheck disable=SC2016
  [ "$suite" = bookworm ] || mirror=("$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
    sed -n 's/ bookworm$//p' | head -n 1)")
  mkdir -p "$kiosk_cache"
  rm -rf "$to" "$to.tmp"
  mmdebstrap --quiet --format=tar --variant=minbase --include="$depends" "$suite" "$to.tmp" "${mirror[@]}" >&2
  mv "$to.tmp" "$to"
  echo "$to"
}

# Runs a command in it, in namespaces of its own, with a loopback only: in_bare ROOT COMMAND...
in_bare() {
  local root=$1
  shift
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --net --ipc --uts sh -c '
    ip link set lo up && mount --make-rprivate / && mount -t proc proc "$0/proc" && mount -t tmpfs -o noexec,nosuid tmpfs "$0/tmp" &&
      mount --bind /dev "$0/dev" && root=$0 && exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
      DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"' "$root" "$@"
}
