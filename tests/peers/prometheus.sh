#!/bin/sh
# A real Prometheus for tests, with an hour of the Clinic's requests in it. Usage: prometheus.sh FOLDER END classic|native
# END: Unix seconds. The hour ends there; 20 minutes before, a release makes GET /agenda three times as slow.
# Prints "port N" when it listens and has read all, keeps its data under FOLDER, ends when its standard input ends.
# Exit 69: it is not here and could not be installed; standard error says what to install.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v prometheus >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o DPkg::Lock::Timeout=300 prometheus; } >&2 </dev/null || exit 69
  else
    echo 'install it by: apt-get install prometheus' >&2
    exit 69
  fi
fi
exec python3 "$here/prometheus_clinic.py" "$1" "$2" "$3"
