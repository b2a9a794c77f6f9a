#!/bin/sh
# A real calendar server (CalDAV) for tests: Radicale, without sign-in. Usage: radicale.sh FOLDER
# Prints "port N" when it listens, keeps all under FOLDER, ends when its standard input ends.
# Exit 69: it is not here and could not be installed; standard error says what to install.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/bring.sh"
need python3-radicale /usr/bin/python3 -c 'import radicale'
exec /usr/bin/python3 "$here/radicale_server.py" "$1"
