#!/bin/sh
# A real Prometheus for tests, with an hour of the Clinic's requests in it. Usage: prometheus.sh FOLDER END classic|native
# END: Unix seconds. The hour ends there; 20 minutes before, a release makes GET /agenda three times as slow.
# Prints "port N" when it listens and has read all, keeps its data under FOLDER, ends when its standard input ends.
# Exit 69: it is not here and could not be installed; standard error says what to install.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/bring.sh"
need prometheus command -v prometheus
exec python3 "$here/prometheus_clinic.py" "$1" "$2" "$3"
