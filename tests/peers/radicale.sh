#!/bin/sh
# A real calendar server (CalDAV) for tests: Radicale, without sign-in. Usage: radicale.sh FOLDER
# Prints "port N" when it listens, keeps all under FOLDER, ends when its standard input ends.
# Exit 69: it is not here and could not be installed; standard error says what to install.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! /usr/bin/python3 -c 'import radicale' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o DPkg::Lock::Timeout=300 python3-radicale; } >&2 </dev/null || exit 69
  else
    echo 'install it by: apt-get install python3-radicale' >&2
    exit 69
  fi
fi
exec /usr/bin/python3 "$here/radicale_server.py" "$1"
