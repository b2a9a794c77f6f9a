# Read by the peers: brings what one needs. need PACKAGE CHECK...: installs the package when the check fails and we may,
# else says what to install and ends with 69.
need() {
  package=$1
  shift
  "$@" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o DPkg::Lock::Timeout=300 "$package"; } >&2 </dev/null || exit 69
  else
    echo "install it by: apt-get install $package" >&2
    exit 69
  fi
}
