# Debian's libraries that go with its Java, for systems whose own are older (decision 0032); sourced by package.sh.

# What a process loads of libc6, libgcc-s1, libstdc++6 and zlib1g. The C library's parts must all be of one version, so
# every part that some library of a system may ask for is here.
debian_libraries=(libc.so.6 libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libutil.so.1 libresolv.so.2 libanl.so.1 libnsl.so.1
  libnss_compat.so.2 libgcc_s.so.1 libstdc++.so.6 libz.so.1)

# Prints the directory below which Debian's packages of an architecture lie: this machine, or another's, unpacked.
debian_root() {
  local arch=$1 at=$kiosk_cache/debian-$1 package packages=(libc6 libgcc-s1 'libstdc++6' gcc-12-base zlib1g libjpeg62-turbo)
  if is_own "$arch"; then
    echo /
    return
  fi
  if [ ! -f "$at/complete" ]; then
    say "Debian's libraries for $arch"
    fetch_foreign "$arch" "${packages[@]}"
    rm -rf "$at" && mkdir -p "$at"
    for package in "${packages[@]}"; do
      dpkg-deb -x "$kiosk_cache/debs-$arch/$package"_*_"$arch".deb "$at"
    done
    touch "$at/complete"
  fi
  echo "$at"
}

is_own() { [ "$1" = "$(dpkg --print-architecture)" ]; }

# debian_version ARCH PACKAGE
debian_version() {
  if is_own "$1"; then
    dpkg-query -W -f='${Version}\n' "$2" | tail -n 1
  else
    dpkg-deb -f "$kiosk_cache/debs-$1/$2"_*_"$1".deb Version
  fi
}

# copy_library ROOT NAME MODE DIRECTORY: a library by the name others ask for, of the architecture in $multiarch.
copy_library() {
  local from
  for from in "$1/lib/$multiarch/$2" "$1/usr/lib/$multiarch/$2"; do
    if [ -e "$from" ]; then
      install -m "$3" "$(readlink -f "$from")" "$4/$2"
      return
    fi
  done
  fail "no $2 for $multiarch; install the Debian package it is in"
}

# Puts them beside Java, with the script that decides which C library runs; libjpeg, whose name differs on other systems,
# for all of them: carry_debian ARCH JRE.
carry_debian() {
  local arch=$1 jre=$2 root multiarch loader version library
  case $arch in
    amd64) multiarch=x86_64-linux-gnu loader=ld-linux-x86-64.so.2 ;;
    arm64) multiarch=aarch64-linux-gnu loader=ld-linux-aarch64.so.1 ;;
  esac
  root=$(debian_root "$arch")
  mkdir "$jre/lib/debian"
  copy_library "$root" "$loader" 755 "$jre/lib/debian"
  mv "$jre/lib/debian/$loader" "$jre/lib/debian/ld.so"
  for library in "${debian_libraries[@]}"; do
    copy_library "$root" "$library" 644 "$jre/lib/debian"
  done
  copy_library "$root" libjpeg.so.62 644 "$jre/lib"
  version=$(debian_version "$arch" libc6)
  version=${version%%-*}
  echo "${version#2.}" >"$jre/lib/debian/version"
  mv "$jre/bin/java" "$jre/lib/java"
  rm -f "$jre"/lib/{jspawnhelper,jexec}
  install -m 755 "$package_debian/java" "$jre/bin/java"
}

# What no jar's description names, as lines for the bill of materials: name, version, licence.
debian_parts() {
  local arch=$1 jdk=${package_jmods:-}
  [ -n "$jdk" ] || echo "openjdk-17-jdk-headless $(debian_version "$arch" openjdk-17-jdk-headless) GPL-2.0-only WITH Classpath-exception-2.0"
  echo "libc6 $(debian_version "$arch" libc6) LGPL-2.1-or-later"
  echo "libgcc-s1 $(debian_version "$arch" libgcc-s1) GPL-3.0-or-later WITH GCC-exception-3.1"
  echo "libstdc++6 $(debian_version "$arch" libstdc++6) GPL-3.0-or-later WITH GCC-exception-3.1"
  echo "zlib1g $(debian_version "$arch" zlib1g) Zlib"
  echo "libjpeg62-turbo $(debian_version "$arch" libjpeg62-turbo) IJG AND BSD-3-Clause AND Zlib"
}

# Their own words on copyright: debian_copyright ARCH DIRECTORY.
debian_copyright() {
  local root package
  root=$(debian_root "$1")
  mkdir -p "$2"
  for package in libc6 'libstdc++6' zlib1g libjpeg62-turbo; do
    cp "$root/usr/share/doc/$package/copyright" "$2/$package.copyright"
  done
}
