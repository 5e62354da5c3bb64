# The package for Eclipse Kura 6 in the bare Debian, beside a package that has nothing of Kura but its name, its user
# and its directories. Sourced by test-packages, never run.

kura_package() {
  local deb=$package_root/egov-kiosk-kura_0.1.0_all.deb plugins=/opt/eclipse/kura/plugins/6s
  [ -f "$deb" ] || fail "no package for Kura; run packaging/package kura first"
  cp "$deb" "$root/"
  refuse inside dpkg -i "/${deb##*/}" >"$root.log" 2>&1
  inside dpkg -P egov-kiosk-kura >"$root.log" 2>&1 || fail "taking back what needs Kura: $(tail -5 "$root.log")"
  ok "the package for Kura is refused without Kura"

  stand_in_for_kura
  inside dpkg -i /kura.deb >"$root.log" 2>&1 || fail "the stand-in for Kura: $(tail -5 "$root.log")"
  # Left by the other package, which was removed and not purged.
  inside sh -c 'install -d -m 700 -o kiosk /var/lib/kiosk && install -o kiosk /dev/null /var/lib/kiosk/planted'
  refuse inside dpkg -i "/${deb##*/}" >"$root.log" 2>&1
  grep -q 'holds what egov-kiosk left' "$root.log" && inside test -f /var/lib/kiosk/planted || fail "data of the other package: $(tail -5 "$root.log")"
  inside rm -r /var/lib/kiosk
  ok "the package for Kura is refused where data of the other package lie, and says what to do"
  inside dpkg -i "/${deb##*/}" >"$root.log" 2>&1 || fail "install beside Kura: $(tail -5 "$root.log")"
  local jars
  jars=$(inside sh -c "find $plugins -name 'egov.kiosk*.jar' | wc -l")
  [ "$jars" -gt 40 ] || fail "only $jars bundles in $plugins"
  [ "$(inside sh -c "find $plugins -type f -not \( -user kurad -perm 600 \) | wc -l")" = 0 ] || fail "owner or mode of bundles"
  [ "$(inside stat -c '%U %a' /var/lib/kiosk)" = "kurad 700" ] || fail "data on Kura: $(inside stat -c '%U %a' /var/lib/kiosk)"
  inside id -nG kurad | grep -qw video || fail "Kura's user cannot open a camera: $(inside id -nG kurad)"
  ok "installs beside Kura: $jars bundles, Kura's user alone reads them and the data"

  inside kiosk --version >"$root.log" 2>&1 || grep -q 'java: not found' "$root.log" || fail "the program kiosk beside Kura: $(tail -5 "$root.log")"
  ok "the program kiosk is there beside Kura"

  inside sh -c 'echo queue >/var/lib/kiosk/planted'
  inside dpkg -i "/${deb##*/}" >"$root.log" 2>&1 || fail "again beside Kura: $(tail -5 "$root.log")"
  inside dpkg -r egov-kiosk-kura >"$root.log" 2>&1 || fail "remove beside Kura: $(tail -5 "$root.log")"
  [ -z "$(inside ls -A $plugins)" ] || fail "left in Kura: $(inside ls -A $plugins)"
  inside test -f /var/lib/kiosk/planted || fail "removing beside Kura lost data"
  inside dpkg -P egov-kiosk-kura >"$root.log" 2>&1 || fail "purge beside Kura: $(tail -5 "$root.log")"
  refuse inside test -e /var/lib/kiosk
  inside dpkg -P kura >"$root.log" 2>&1 || fail "the stand-in for Kura goes: $(tail -5 "$root.log")"
  ok "leaves Kura as it was; data survive removal, not purging"
}

stand_in_for_kura() {
  local stand=$root.kura
  mkdir -p "$stand/DEBIAN" "$stand/opt/eclipse/kura/plugins/6s"
  printf '%s\n' 'Package: kura' 'Version: 6.1.0' 'Architecture: all' 'Maintainer: nobody <nobody@kiosk.invalid>' \
    'Description: stands in for Kura' >"$stand/DEBIAN/control"
  printf '%s\n' '#!/bin/sh' 'set -e' 'id kurad >/dev/null 2>&1 || useradd -r -M -s /usr/sbin/nologin kurad' \
    'chown -R kurad:kurad /opt/eclipse' >"$stand/DEBIAN/postinst"
  chmod 755 "$stand/DEBIAN/postinst"
  dpkg-deb --root-owner-group -b "$stand" "$root/kura.deb" >/dev/null
}
