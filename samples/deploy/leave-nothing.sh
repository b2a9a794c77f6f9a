#!/usr/bin/env bash
# leave-nothing.sh FOLDER MARK: waits until whoever holds its standard input has gone, however it went (Ctrl-C, kill -9),
# then ends every process that has MARK in its environment, and removes FOLDER.
trap '' INT TERM HUP
folder=$1
mark=$2
cat >/dev/null

marked() {
  local environment pid
  for environment in /proc/[0-9]*/environ; do
    pid=${environment#/proc/}
    pid=${pid%/environ}
    if [[ $pid != "$$" ]] && grep -qsFz -- "$mark" "$environment"; then echo "$pid"; fi
  done
}

# Until none is left: a process may start another one while we look.
for _ in {1..50}; do
  mapfile -t pids < <(marked)
  ((${#pids[@]} == 0)) && break
  kill -KILL "${pids[@]}" 2>/dev/null
  sleep 0.1
done
for _ in {1..50}; do
  rm -rf -- "$folder" 2>/dev/null
  [[ -e $folder ]] || exit 0
  sleep 0.1
done
exit 1
