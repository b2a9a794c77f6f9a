@echo off
rem Duty Guy from its sources on Windows; see the bash script "duty" beside this one.
where dotnet >nul 2>nul || (echo The .NET 10 SDK is missing: https://dotnet.microsoft.com/download 1>&2 & exit /b 3)
where git >nul 2>nul || (echo git is missing: https://git-scm.com 1>&2 & exit /b 3)
pushd "%~dp0"
if "%~1"=="test" (
  dotnet test --solution DutyGuy.slnx -c Release --max-parallel-test-modules 1
  goto end
)
dotnet build src\DutyGuy -c Release -v quiet --nologo -clp:NoSummary 1>&2
if errorlevel 1 goto end
popd
dotnet "%~dp0src\DutyGuy\bin\Release\net10.0\duty.dll" %*
exit /b %errorlevel%
:end
set code=%errorlevel%
popd
exit /b %code%
