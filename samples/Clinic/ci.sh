#!/usr/bin/env bash
# Builds this checkout and runs its self-tests. Exit 0: green. Leaves no process behind.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
dotnet build Clinic.csproj -c Release -o bin/ci -v quiet -clp:NoSummary -p:UseSharedCompilation=false
dotnet bin/ci/Clinic.dll --self-test
