# What may go wrong with a package and on its machine: each is said clearly, what ran goes on, and there is a way back.
# Sourced by test-packages, never run.

# The doctor's line for a check, with what to do. On a machine with much else to do it is asked again.
doctor_says() {
  local said
  for _ in 1 2 3 4 5 6; do
    said=$(inside sh -c 'kiosk doctor --at-once; true' 2>/dev/null | grep -A 1 -E "^(OK|WARN|FAIL) +$1 ")
    [[ $said == *"could not be checked within"* ]] || break
  done
  echo "$said"
}

faults() {
  cut_short
  signed_by_another_key
  native_missing
  newer_configuration
  known_vulnerable
}

cut_short() {
  head -c $(($(stat -c %s "$root/${two##*/}") / 2)) "$root/${two##*/}" >"$root/cut.deb"
  refuse inside dpkg -i /cut.deb >"$root.log" 2>&1
  grep -qiE 'unexpected end|cannot|corrupt|error' "$root.log" || fail "a package cut short: $(cat "$root.log")"
  [ "$(inside dpkg-query -W -f '${Version}' egov-kiosk)" = 0.1.0 ] || fail "a package cut short left another version"
  inside kiosk --help >/dev/null || fail "a package cut short broke the program"
  rm "$root/cut.deb"
  ok "a package cut short is refused, what was installed runs"
}

signed_by_another_key() {
  local trust=$root/etc/kiosk/trust/release.pem
  cp "$trust" "$root.pem"
  mkdir -p "$root.other/bin"
  echo other >"$root.other/bin/kiosk"
  packager sign "$root.other" "$root.otherkeys" "$trust" >"$root.log" 2>&1 || fail "another laboratory: $(cat "$root.log")"
  local said
  said=$(doctor_says program-files)
  grep -q '^FAIL' <<<"$said" || fail "program files signed by another key: $said"
  cp "$root.pem" "$trust"
  said=$(doctor_says program-files)
  grep -q '^OK' <<<"$said" || fail "with its own authority again: $said"
  ok "program files signed by another key are not believed; with the right authority they are"
}

native_missing() {
  local library
  library=$root/opt/kiosk/factory/native/$(cd "$root/opt/kiosk/factory/native" && find . -name '*sqlite*.so' | head -n 1)
  mv "$library" "$root.so"
  local said
  said=$(doctor_says program-files)
  grep -q "^FAIL.*sqlite.* is missing" <<<"$said" || fail "a missing native library: $said"
  mv "$root.so" "$library"
  chmod 644 "$library"
  said=$(doctor_says program-files)
  grep -q '^OK' <<<"$said" || fail "with its library again: $said"
  ok "a missing native library is named"
}

newer_configuration() {
  echo 'flow.setOfTheNextVersion = 1' >>"$root/etc/kiosk/kiosk.properties"
  local code=0
  inside timeout 60 kiosk run >"$root.log" 2>&1 || code=$?
  [ "$code" = 78 ] && grep -q 'flow.setOfTheNextVersion: the component has no such setting' "$root.log" ||
    fail "a configuration of a newer version: $code $(head -c 300 "$root.log")"
  sed -i '$d' "$root/etc/kiosk/kiosk.properties"
  ok "a configuration of a newer version is refused with file, line and what is allowed"
}

known_vulnerable() {
  local known=$root.known
  { cat "$package_debian/known-vulnerable.txt" && echo 'org.xerial:sqlite-jdbc < 99 planted by a test, CVE-0000-0000'; } >"$known"
  refuse packager bill "$package_root/bom.xml" "$known" "$root.notices" >"$root.log" 2>&1
  grep -q 'planted by a test' "$root.log" || fail "a version on the list: $(cat "$root.log")"
  packager bill "$package_root/bom.xml" "$package_debian/known-vulnerable.txt" "$root.notices" >/dev/null 2>"$root.log" || fail "$(cat "$root.log")"
  ok "a package is not made while a version on the list is in it"
}
