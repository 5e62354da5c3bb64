# Set-up shared by demo, test and bench; sourced, never run. Everything it installs comes from the
# machine's own package sources.

say() { printf '%s: %s\n' "$kiosk_command" "$*" >&2; }
fail() { say "$*"; exit 1; }

# Installs Debian packages that are missing.
need_debian() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "needs Debian packages; run once as root: apt-get install ${missing[*]}"
  say "installing Debian packages: ${missing[*]}"
  apt-get update -qq
  # Brokers and databases are wanted as programs, started by whoever tests; not as services.
  local policy=/usr/sbin/policy-rc.d ours=no
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    ours=yes
  fi
  local failed=no
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || failed=yes
  [ "$ours" = no ] || rm -f "$policy"
  [ "$failed" = no ] || fail "could not install: ${missing[*]}"
}

# Uses the node that is there, or Debian's.
need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || need_debian nodejs npm
}

need_java() {
  command -v javac >/dev/null || fail "needs a JDK 17 (Debian: openjdk-17-jdk-headless)"
  command -v mvn >/dev/null || fail "needs Maven (Debian: maven)"
}

# Face packs and demonstration faces, checked by digest, kept in .kiosk/cache.
fetch_faces() {
  say "face packs and demonstration faces"
  "$kiosk_root/packaging/lib/fetch-face-pack" "$kiosk_cache"
  "$kiosk_root/packaging/lib/make-clean-face-pack" "$kiosk_cache"
  "$kiosk_root/packaging/lib/fetch-demo-faces" "$kiosk_cache"
}

# The V4L2 shim that lets OpenCV open an emulated camera.
build_shim() {
  mkdir -p "$kiosk_root/.kiosk"
  gcc -shared -fPIC -O2 -o "$kiosk_shim" \
    "$kiosk_root/device-drivers/emulators/src/main/c/v4l2shim.c" -ldl -lpthread
}

# Builds everything without tests; quiet unless it fails.
build_tree() {
  say "building (the first time takes a few minutes)"
  (cd "$kiosk_root" && mvn -B -ntp -q -DskipTests -Dkiosk.checks.skip=true package)
}

# The class path of the town: platform, emulators, player.
town_classpath() {
  printf '%s' "$kiosk_root/packaging/town/target/kiosk-town-0.1.0-SNAPSHOT.jar:$kiosk_root/packaging/town/target/lib/*"
}

kiosk_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
kiosk_cache=$kiosk_root/.kiosk/cache
kiosk_shim=$kiosk_root/.kiosk/libv4l2shim.so
kiosk_tree=$kiosk_root/packaging/distribution/target/kiosk
