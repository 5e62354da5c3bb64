# Sourced by the scripts that make face packs: a pack's folder out of its manifest and its parts.

# files_of MANIFEST: a line "FILE SHA256" for every file the manifest names.
files_of() {
  awk -F ' = ' '/\.file = /{file=$2} /\.sha256 = /{print file, $2}' "$1"
}

# pack_is_whole PACK_DIR MANIFEST: whether the folder is that very pack.
pack_is_whole() {
  local file digest
  cmp -s "$1/pack.properties" "$2" || return 1
  while read -r file digest; do
    [ -f "$1/$file" ] && [ "$(sha256_of "$1/$file")" = "$digest" ] || return 1
  done < <(files_of "$2")
}

# put_pack FRESH_DIR RECIPE_DIR PACK_DIR: completes the fresh folder with manifest and self-test,
# checks every file, and puts the folder in its place.
put_pack() {
  local fresh=$1 recipe=$2 pack=$3 file digest found
  cp "$recipe/pack.properties" "$recipe/selftest.expected" "$recipe/../selftest.png" "$fresh"
  while read -r file digest; do
    [ -f "$fresh/$file" ] || fail "the pack lacks $file"
    found=$(sha256_of "$fresh/$file")
    [ "$found" = "$digest" ] || fail "$file has sha256 $found, expected $digest"
  done < <(files_of "$recipe/pack.properties")
  chmod 755 "$fresh"
  rm -rf "$pack"
  mkdir -p "$(dirname "$pack")"
  mv "$fresh" "$pack"
}
