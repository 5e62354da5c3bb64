# Sourced by the fetch scripts: downloads one npm archive and checks it. Nothing in it is executed.

say() { echo "${0##*/}: $*"; }

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

need() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is missing; install it and run this again"
  done
}

sha256_of() { sha256sum "$1" | cut -d' ' -f1; }

integrity_of() { echo "sha512-$(sha512sum "$1" | cut -d' ' -f1 | hex_to_base64)"; }

# Hexadecimal digits on standard input become base64 on standard output.
hex_to_base64() {
  local digits
  read -r digits
  # The format string is the data: \xNN for every pair of digits.
  # shellcheck disable=SC2059
  printf "$(sed 's/../\\x&/g' <<<"$digits")" | base64 -w0
}

# fetch_package CACHE_DIR NAME@VERSION ARCHIVE INTEGRITY: afterwards CACHE_DIR/ARCHIVE is there and whole.
fetch_package() {
  local folder=$1 name=$2 file=$3 expected=$4 found
  mkdir -p "$folder"
  if [ ! -f "$folder/$file" ] || [ "$(integrity_of "$folder/$file")" != "$expected" ]; then
    say "fetching $name"
    (cd "$folder" && npm pack --silent "$name" >/dev/null) || fail "npm could not fetch $name"
    [ -f "$folder/$file" ] || fail "npm fetched $name, but not as $file"
  fi
  found=$(integrity_of "$folder/$file")
  if [ "$found" != "$expected" ]; then
    rm -f "$folder/$file"
    fail "$file has integrity $found, expected $expected"
  fi
}
