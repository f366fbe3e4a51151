#!/bin/sh
# Puts the release of fasti that ci/fasti.env names into .fasti/bin, after its
# checksum was compared. Needs curl, tar and sha256sum or shasum.
set -eu

fail() { echo "ci/install-fasti.sh: $*" >&2; exit 1; }

. "$(dirname "$0")/fasti.env"
[ -n "${FASTI_VERSION:-}" ] || fail "say in ci/fasti.env which release to take (FASTI_VERSION)"
[ -n "${FASTI_RELEASES:-}" ] || fail "say in ci/fasti.env where the archives of fasti's releases lie (FASTI_RELEASES)"

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=darwin ;;
  *) fail "there is no release for $(uname -s)" ;;
esac
case $(uname -m) in
  x86_64 | amd64) arch=amd64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) fail "there is no release for $(uname -m)" ;;
esac

archive="fasti_${FASTI_VERSION#v}_${os}_${arch}.tar.gz"
from=$(printf '%s' "$FASTI_RELEASES" | sed "s|{version}|$FASTI_VERSION|g; s|/*\$||")
to=.fasti/bin
mkdir -p "$to"
load() { curl --fail --silent --show-error --location --retry 3 --output "$to/$1" "$from/$1" || fail "cannot load $from/$1"; }
load "$archive"

want=${FASTI_SHA256:-}
if [ -z "$want" ]; then
  load checksums.txt
  want=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$to/checksums.txt")
  [ -n "$want" ] || fail "checksums.txt does not name $archive"
fi
if command -v sha256sum >/dev/null; then
  have=$(sha256sum "$to/$archive" | cut -d ' ' -f 1)
else
  have=$(shasum -a 256 "$to/$archive" | cut -d ' ' -f 1)
fi
[ "$have" = "$want" ] || fail "$archive is not what its checksum says: $have, not $want"

tar -xzf "$to/$archive" -C "$to" fasti
rm -f "$to/$archive" "$to/checksums.txt"
[ -z "${GITHUB_PATH:-}" ] || echo "$PWD/$to" >> "$GITHUB_PATH"
"$to/fasti" --version
