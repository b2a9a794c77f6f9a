#!/usr/bin/env bash
# Deploys the Clinic on one machine that has git, bash and the .NET SDK.
#   clinic.sh build  FOLDER COMMIT   check the commit out and build it; nothing to do when that was done before
#   clinic.sh deploy FOLDER COMMIT   start it, switch the front over to it, stop the one before; roll back is the same
#   clinic.sh stop   FOLDER          stop everything that runs for this folder
# FOLDER/settings says (NAME=value): CLINIC_REPOSITORY, CLINIC_RELEASES (where builds are kept), CLINIC_PUBLIC_URL,
# CLINIC_ENVIRONMENT, CLINIC_DSN, CLINIC_PARENT_PID (everything started ends when this process has gone).
set -euo pipefail

say() { echo "$(date +%H:%M:%S) $*"; }
fail() { say "FAILED: $*"; exit 1; }
[[ $# -ge 2 ]] || fail "usage: clinic.sh build|deploy|stop FOLDER [COMMIT]"

act=$1
folder=$(cd "$2" && pwd)
set -a # what the settings say, the instances read
# shellcheck disable=SC1091
source "$folder/settings"
set +a
mkdir -p "$folder/run"
unset MSBuildSDKsPath MSBuildExtensionsPath
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

# A process number may have been given to somebody else since.
runs() { [[ -n ${1:-} ]] && grep -qs Clinic.dll "/proc/$1/cmdline"; }

pid_of() { cat "$folder/run/$1.pid" 2>/dev/null || true; }

# end NAME: asks first, insists after ten seconds
end() {
  local pid
  pid=$(pid_of "$1")
  if runs "$pid"; then kill "$pid" 2>/dev/null || true; fi
  for _ in {1..100}; do
    runs "$pid" || break
    sleep 0.1
  done
  if runs "$pid"; then kill -KILL "$pid" 2>/dev/null || true; fi
  rm -f "$folder/run/$1.pid" "$folder/run/$1.url"
}

# HTTP without curl: get http://host:port /path
get() (
  address=${1#http://}
  exec 3<>"/dev/tcp/${address%:*}/${address##*:}"
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$2" "$address" >&3
  timeout 5 cat <&3
)

# Answers at this address the commit that we want? Tried for ten seconds.
healthy() {
  for _ in {1..100}; do
    if get "$1" /health 2>/dev/null | grep -q "\"commit\":\"$commit\""; then return 0; fi
    sleep 0.1
  done
  return 1
}

build() {
  local release="$CLINIC_RELEASES/$commit" making
  [[ -f "$release/app/Clinic.dll" ]] && { say "release ${commit:0:10} was built before"; return; }
  mkdir -p "$CLINIC_RELEASES"
  making=$(mktemp -d "$CLINIC_RELEASES/making.XXXXXX")
  mkdir "$making/source"
  git -C "$CLINIC_REPOSITORY" archive "$commit" | tar -x -C "$making/source"
  say "checked out ${commit:0:10}"
  dotnet build "$making/source/Clinic.csproj" -c Release -o "$making/app" -v quiet -clp:NoSummary \
    -p:UseSharedCompilation=false </dev/null || { rm -rf "$making"; fail "the build of ${commit:0:10}"; }
  mv -T "$making" "$release" 2>/dev/null || rm -rf "$making" # somebody else was faster
  say "built ${commit:0:10}"
}

# launch NAME ARGUMENT...: the program of this release in the background, without our pipes and our lock
launch() {
  local name=$1
  shift
  dotnet "$CLINIC_RELEASES/$commit/app/Clinic.dll" "$@" >>"$folder/run/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >"$folder/run/$name.pid"
}

start_instance() {
  name="instance-${commit:0:10}-$$"
  CLINIC_URL=http://127.0.0.1:0 CLINIC_URL_FILE="$folder/run/$name.url" \
    CLINIC_RELEASE="clinic@${commit:0:10}" CLINIC_COMMIT=$commit launch "$name"
  for _ in {1..200}; do
    [[ -s "$folder/run/$name.url" ]] && break
    kill -0 "$(pid_of "$name")" 2>/dev/null || { tail -n 5 "$folder/run/$name.log"; fail "${commit:0:10} did not start"; }
    sleep 0.1
  done
  url=$(cat "$folder/run/$name.url" 2>/dev/null) || { end "$name"; fail "${commit:0:10} did not start in 20 s"; }
  say "started ${commit:0:10} at $url (process $(pid_of "$name"))"
  healthy "$url" || { end "$name"; fail "${commit:0:10} is not healthy; nothing was switched"; }
  say "${commit:0:10} is healthy"
}

switch_to() {
  echo "$1" >"$folder/run/target.new"
  mv "$folder/run/target.new" "$folder/run/target"
}

deploy() {
  exec 9>"$folder/run/lock"
  flock -n 9 || fail "another deployment is running"
  local before="" old=""
  [[ -f "$folder/run/target" ]] && before=$(<"$folder/run/target")
  [[ -f "$folder/run/current" ]] && old=$(<"$folder/run/current")
  build
  start_instance
  switch_to "$url"
  if ! runs "$(pid_of front)"; then
    launch front --front "$CLINIC_PUBLIC_URL" "$folder/run/target"
    say "opened the front at $CLINIC_PUBLIC_URL"
  fi
  if ! healthy "$CLINIC_PUBLIC_URL"; then
    [[ -n $before ]] && switch_to "$before"
    end "$name"
    fail "the front does not reach ${commit:0:10}; switched back"
  fi
  echo "$name" >"$folder/run/current"
  say "switched over to ${commit:0:10}"
  if runs "$(pid_of "$old")"; then
    say "stopping the one before (process $(pid_of "$old"))"
    end "$old"
  fi
  say "done"
}

stop() {
  local file
  for file in "$folder"/run/*.pid; do
    [[ -f $file ]] || continue
    file=${file##*/}
    end "${file%.pid}"
  done
  rm -f "$folder/run/target" "$folder/run/current"
  say "stopped"
}

if [[ $act == stop ]]; then
  stop
  exit 0
fi
[[ $# -eq 3 ]] || fail "which commit?"
commit=$(git -C "$CLINIC_REPOSITORY" rev-parse --verify --quiet "$3^{commit}") || fail "there is no commit $3"
case $act in
  build) build ;;
  deploy) deploy ;;
  *) fail "unknown act $act" ;;
esac
