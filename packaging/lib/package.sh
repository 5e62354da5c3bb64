# How packages are put together; sourced by package and test, never run. Needs setup.sh.

package_root=$kiosk_root/.kiosk/packages
package_debian=$kiosk_root/packaging/packager/src/main/debian
package_keys=$kiosk_root/.kiosk/laboratory-release
package_version=0.1.0
package_compression=xz
# Of everything in a package: what the build says, so that a package is the same when it is made again.
package_date=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$kiosk_root/pom.xml")
package_seconds=$(date -u -d "$package_date" +%s)
# What bundles and launcher ask for (jdeps), and elliptic curves, zip files and Chinese.
package_modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.smartcardio,java.sql,java.xml,jdk.crypto.ec,jdk.random,jdk.unsupported,jdk.zipfs

# shellcheck source=debian-libraries.sh
source "$(dirname "${BASH_SOURCE[0]}")/debian-libraries.sh"

packager() {
  local target=$kiosk_root/packaging/packager/target
  java -cp "$target/kiosk-packager-0.1.0-SNAPSHOT.jar:$target/lib/*" egov.kiosk.packager.Main "$@"
}

# The bill of materials (CycloneDX), looked over for versions known to be vulnerable; the notices.
make_bill() {
  mkdir -p "$package_root"
  local bom=$kiosk_root/packaging/distribution/target/bom.xml
  [ -f "$bom" ] || fail "no bill of materials; build the tree first"
  packager add-npm "$bom" "$kiosk_root/ui-kiosk/target/parts.txt" "$package_root/bom.xml"
  packager bill "$package_root/bom.xml" "$package_debian/known-vulnerable.txt" "$package_root/third-party.txt" >&2
}

# The same with what a package carries of Debian; the new bill's name ends with the architecture.
make_whole_bill() {
  local arch=$1
  debian_parts "$arch" >"$package_root/debian-$arch.txt"
  packager add "$package_root/bom.xml" "$package_root/debian-$arch.txt" "$package_root/bom-$arch.xml" "$arch"
  packager bill "$package_root/bom-$arch.xml" "$package_debian/known-vulnerable.txt" "$package_root/third-party-$arch.txt" >/dev/null
}

# Prints the directory of the modules for an architecture.
modules_of() {
  if [ -n "${package_jmods:-}" ]; then
    echo "$package_jmods"
  elif [ "$1" = "$(dpkg --print-architecture)" ]; then
    echo "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")/jmods"
  else
    fetch_jdk "$1"
  fi
}

# Debian's JDK of another architecture, unpacked and never installed; the machine's own lists stay as they are.
fetch_jdk() {
  local arch=$1 at=$kiosk_cache/jdk-$1 debs=$kiosk_cache/debs-$1
  if [ ! -f "$at/complete" ]; then
    say "Debian's JDK for $arch"
    fetch_foreign "$arch" openjdk-17-jdk-headless
    rm -rf "$at"
    mkdir -p "$at"
    dpkg-deb -x "$debs"/openjdk-17-jdk-headless_*_"$arch".deb "$at"
    touch "$at/complete"
  fi
  find "$at" -type d -name jmods -print -quit
}

# fetch_foreign ARCH PACKAGE...: downloads packages of another architecture into .kiosk/cache/debs-ARCH.
fetch_foreign() {
  local arch=$1 debs=$kiosk_cache/debs-$1 apt
  shift
  mkdir -p "$debs/lists/partial" "$debs/cache/archives/partial"
  touch "$debs/status"
  apt=(-qq -o "APT::Architecture=$arch" -o "APT::Architectures=$arch" -o "Dir::State::lists=$debs/lists"
    -o "Dir::State::status=$debs/status" -o "Dir::Cache=$debs/cache" -o APT::Sandbox::User=root)
  apt-get "${apt[@]}" update >&2
  (cd "$debs" && apt-get "${apt[@]}" download "$@" >&2) || fail "could not download for $arch: $*"
}

# A Java with the modules that are needed, for an architecture; made once.
make_jre() {
  local arch=$1 jre=$package_root/jre-$1 jmods mark
  jmods=$(modules_of "$arch")
  debian_root "$arch" >/dev/null
  [ -f "$jmods/java.base.jmod" ] || fail "$jmods holds no modules of a JDK"
  mark="$package_modules $(cksum <"$jmods/java.base.jmod") $(cksum <"$package_debian/java") $(debian_parts "$arch" | cksum)"
  if [ "$(cat "$jre.mark" 2>/dev/null)" != "$mark" ]; then
    say "Java for $arch"
    rm -rf "$jre"
    jlink --module-path "$jmods" --add-modules "$package_modules" --strip-java-debug-attributes \
      --no-header-files --no-man-pages --compress=2 --output "$jre"
    # Nothing here draws on a screen or makes a sound; the licences are in the package's copyright file.
    rm -rf "$jre/legal" "$jre"/lib/{libawt_xawt,libjawt,libjsound,libsplashscreen}.so
    rm -f "$jre"/bin/{keytool,rmiregistry,jrunscript,jwebserver}
    carry_debian "$arch" "$jre"
    printf '%s' "$mark" >"$jre.mark"
  fi
}

# Leaves out what only a debugger reads, where this machine's tools know the architecture.
strip_native() {
  local tool=strip
  [ "$1" = "$(dpkg --print-architecture)" ] || tool=aarch64-linux-gnu-strip
  command -v "$tool" >/dev/null || { say "no $tool; $2 stays as it is" && return 0; }
  "$tool" --strip-unneeded "$2"
}

# The newest version of the C library that anything below a directory asks for, by file: glibc_table DIR.
glibc_table() {
  local file newest
  while IFS= read -r -d '' file; do
    newest=$(objdump -T "$file" 2>/dev/null | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1)
    [ -z "$newest" ] || printf '%-12s %s\n' "${newest#GLIBC_}" "${file#"$1/"}"
  done < <(find "$1" -path '*/lib/debian' -prune -o -type f \( -name '*.so*' -o -path '*/jre/lib/java' \) -print0 | sort -z) | sort -rV
}

# Puts the tree for an architecture together: make_tree ARCH DIR.
make_tree() {
  local arch=$1 to=$2 keep vision calls serial
  case $arch in
    amd64) keep=x86_64 vision=x86_64 calls=linux-x86-64 serial=x86_64 ;;
    arm64) keep=aarch64 vision=ARMv8 calls=linux-aarch64 serial=armv8_64 ;;
    *) fail "no package is made for $arch" ;;
  esac
  mkdir -p "$to"
  cp -R "$kiosk_tree"/{bin,bundles,conf,items,lib} "$to"
  rm -f "$to/lib/kiosk.jsa"
  packager slim "$to"
  local native
  for native in "nu/pattern/opencv/linux/$vision" "com/sun/jna/$calls" "org/sqlite/native/Linux/$keep" "Linux/$serial"; do
    mkdir -p "$to/native/$native"
    install -m 644 "$kiosk_tree/native/$native"/*.so "$to/native/$native"
  done
  strip_native "$arch" "$to/native/nu/pattern/opencv/linux/$vision/libopencv_java490.so"
  make_jre "$arch"
  cp -R "$package_root/jre-$arch" "$to/jre"
  packaged_settings "$to/conf/kiosk.properties"
}

# What is set on every machine with a package, and on none that only tries the tree: packaged_settings FILE.
packaged_settings() {
  local reboot line
  # The file that asks for a new start of the machine is the unit's to name.
  reboot=$(sed -n 's/^PathExists=//p' "$package_debian/root/lib/systemd/system/kiosk-reboot.path")
  # shellcheck disable=SC2016
  for line in "updates.program = /opt/kiosk" "updates.stateDirectory = /var/lib/kiosk-boot" "updates.directory = /var/lib/kiosk/updates" \
    'integrity.home = ${home}' "integrity.trustFile = /etc/kiosk/trust/release.pem" "watch.rebootRequest = $reboot"; do
    sed -i -E "s|^(# )?${line%% = *} = .*|$line|" "$1"
    [ "$(grep -cxF "$line" "$1")" = 1 ] || fail "the configuration has no line for ${line%% = *}, or more than one"
  done
}

# All files of one owner, mode and date; then the archive and the package: finish_deb ROOT CONTROL FILE.
finish_deb() {
  local root=$1 control=$2 file=$3
  chmod -R u=rwX,go=rX "$root"
  sed -i "s/@VERSION@/$package_version/; s/@SIZE@/$(du -sk --apparent-size "$root" | cut -f1)/" "$control/control"
  (cd "$root" && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 md5sum) >"$control/md5sums"
  tar --sort=name --format=gnu --owner=root:0 --group=root:0 --numeric-owner --mtime="@$package_seconds" \
    -C "$root" -cf "$root.tar" .
  packager deb "$root.tar" "$control" "$file" "$package_seconds" "$package_compression"
  rm -rf "$root.tar" "$root" "$control"
  rmdir --ignore-fail-on-non-empty "$(dirname "$root")"
  say "$file: $(($(stat -c %s "$file") / 1000000)) MB"
}

# Changelog, copyright, bill and notices: make_doc ROOT PACKAGE [-ARCH].
make_doc() {
  local doc=$1/usr/share/doc/$2 whose=${3:-}
  mkdir -p "$doc"
  cp "$package_debian/copyright" "$doc"
  cp "$package_root/third-party$whose.txt" "$doc/third-party.txt"
  gzip -9n <"$package_root/bom$whose.xml" >"$doc/sbom.cdx.xml.gz"
  printf '%s (%s) stable; urgency=medium\n\n  * Built from the tree of this version.\n\n -- %s  %s\n' "$2" "$package_version" \
    "Kiosk runtime maintainers <maintainers@kiosk.invalid>" "$(date -uR -d "$package_date")" | gzip -9n >"$doc/changelog.gz"
}

# The boot helper of the updates, where that room is there.
make_boot() {
  local boot=$1/opt/kiosk/boot jars
  jars=$kiosk_root/kiosk-runtime/updates/target
  [ -f "$jars/kiosk-updates-0.1.0-SNAPSHOT.jar" ] || return 0
  mkdir -p "$boot/lib"
  cp "$jars/kiosk-updates-0.1.0-SNAPSHOT.jar" "$boot/lib/kiosk-updates.jar"
  # Of the factory's tree, which belongs to this package too and is never written to.
  local jar
  for jar in crypto domain bcprov slf4j-api; do
    ln -s "../../factory/$(cd "$1/opt/kiosk/factory" && ls {bundles,lib}/{kiosk-,}"$jar"-[0-9j]*.jar 2>/dev/null | head -1)" "$boot/lib/$jar.jar"
  done
  # Which releases are believed is the site's: a file of its own, kept when a later package brings another.
  ln -s /etc/kiosk/trust/root.json "$boot/root.json"
  [ ! -d "$kiosk_root/kiosk-runtime/updates/src/main/boot" ] || cp -R "$kiosk_root/kiosk-runtime/updates/src/main/boot/." "$boot"
  [ ! -d "$kiosk_root/kiosk-runtime/updates/src/main/systemd" ] ||
    cp -R "$kiosk_root/kiosk-runtime/updates/src/main/systemd/." "$1/lib/systemd/system"
}

# Whose updates a package believes, as its own boot helper reads it.
update_root() {
  mkdir -p "$package_root/root-check/boot"
  cp "$package_update_root" "$package_root/root-check/boot/root.json"
  java -cp "$1/opt/kiosk/boot/lib/*" egov.kiosk.updates.boot.KioskSlot --opt "$package_root/root-check" \
    --boot "$package_root/root-check/nowhere" root || fail "$package_update_root is no root of updates"
  rm -rf "$package_root/root-check"
}

make_deb() {
  local arch=$1 work=$package_root/work-$1
  rm -rf "$work"
  mkdir -p "$work/root/opt/kiosk/slots" "$work/control"
  (cd "$package_debian/root" && cp -R . "$work/root")
  make_tree "$arch" "$work/root/opt/kiosk/factory"
  chmod -R u=rwX,go=rX "$work/root"
  # Java looks at the times of the jars.
  find "$work/root" -exec touch -h -d "@$package_seconds" {} +
  packager sign "$work/root/opt/kiosk/factory" "$package_keys" "$work/root/etc/kiosk/trust/release.pem" >&2
  cp "$work/root/opt/kiosk/factory/conf/kiosk.properties" "$work/root/etc/kiosk/kiosk.properties"
  make_boot "$work/root"
  make_whole_bill "$arch"
  make_doc "$work/root" egov-kiosk "-$arch"
  debian_copyright "$arch" "$work/root/usr/share/doc/egov-kiosk/debian"
  cp "$package_debian"/control/* "$work/control"
  if [ -n "${package_update_root:-}" ]; then
    cp "$package_update_root" "$work/root/etc/kiosk/trust/root.json"
    echo /etc/kiosk/trust/root.json >>"$work/control/conffiles"
    # In an assignment of its own a root that is none ends the script; within the words of say it would not.
    local believed
    believed=$(update_root "$work/root")
    say "updates: $believed"
  else
    say "updates: no root; this package takes none until a site puts its own into /etc/kiosk/trust/root.json"
  fi
  local glibc carried
  glibc_table "$work/root/opt/kiosk/factory" >"$package_root/glibc-$arch.txt"
  glibc=$(head -n 1 "$package_root/glibc-$arch.txt" | cut -d' ' -f1)
  carried=$(debian_version "$arch" libc6)
  # A newer one than is carried would be started with the carried one, and fail.
  [ "$(printf '%s\n' "$glibc" "${carried%%-*}" | sort -V | tail -n 1)" = "${carried%%-*}" ] ||
    fail "C library: $(head -n 1 "$package_root/glibc-$arch.txt" | awk '{print $2}') asks for $glibc, and $carried is carried"
  say "C library: $glibc or later; ${carried%%-*} is carried for older systems; by file: $package_root/glibc-$arch.txt"
  sed -i "s/@ARCH@/$arch/" "$work/control/control"
  finish_deb "$work/root" "$work/control" "$package_root/egov-kiosk_${package_version}_$arch.deb"
}

# For Eclipse Kura: a deployment package for 5.x, a Debian package for 6.x.
make_kura() {
  local work=$package_root/work-kura bridge
  rm -rf "$work"
  bridge=$(find "$kiosk_root/kiosk-runtime/kura-bridge/target" -name 'kiosk-kura-bridge-*.jar' | head -1)
  [ -n "$bridge" ] || fail "the bridge is not built"
  mkdir -p "$work/root/opt/eclipse/kura/plugins" "$work/control"
  packager kura "$kiosk_tree" "$bridge" "$work/root/opt/eclipse/kura/plugins/6s" "$package_root/egov-kiosk_$package_version.dp" "$package_version" "$work/root/usr/lib/egov-kiosk-kura"
  mkdir -p "$work/root/usr/bin"
  install -m 755 "$package_debian/kura-root/usr/bin/kiosk" "$work/root/usr/bin/kiosk"
  say "$package_root/egov-kiosk_$package_version.dp: $(($(stat -c %s "$package_root/egov-kiosk_$package_version.dp") / 1000000)) MB"
  make_doc "$work/root" egov-kiosk-kura
  cp "$package_debian"/kura/* "$work/control"
  finish_deb "$work/root" "$work/control" "$package_root/egov-kiosk-kura_${package_version}_all.deb"
}
