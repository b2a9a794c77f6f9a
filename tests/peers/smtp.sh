#!/bin/sh
# A real mail server for tests: Debian's aiosmtpd. Usage: smtp.sh MAILDIR
# Prints "port N" when it listens, stores each mail as a file under MAILDIR/new, ends when its standard input ends.
# Exit 69: it is not here and could not be installed; standard error says what to install.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/bring.sh"
need python3-aiosmtpd /usr/bin/python3 -c 'import aiosmtpd'
exec /usr/bin/python3 "$here/smtp.py" "$1"
