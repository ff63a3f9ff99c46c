#!/usr/bin/env bash
#
# Runs the official MCP conformance suite against this project's server and client fixtures.
#
#   conformance/official.sh [--server | --client] [--revision R]... [--only SCENARIO]
#                           [--with FEATURE]...
#
#   --server, --client   one role only (default: both)
#   --revision R         a revision's requirement set, or all its scenarios if it has no set; may be
#                        repeated (default: 2026-07-28). 2025-03-26 has the authorization scenarios of
#                        servers without resource metadata
#   --only SCENARIO      one scenario, also one that not-yet.txt names
#   --with FEATURE       also the scenarios that not-yet.txt says wait for FEATURE
#
# The project must be packaged first: mvn -q -DskipTests package
# Suite and Node come from npm, at the versions of official/package-lock.json, into target/official.
# Results, with a log of each client, stay in target/official/results/REVISION.
#
# Environment:
#   CONF_STRICT=0    tolerate warnings, exit codes of clients, and scenarios that exercised nothing
#   CONF_TIMEOUT     seconds for one scenario (default 30)
#   CONF_PREPARE     a command to run before the first scenario, for example to build a class-data archive
#   CONF_SERVER      the server to test: a program that takes a port (default: fixture-server)
#   CONF_CLIENT      the client to test: a command that takes a URL (default: fixture-client)
#
# Exit code: 0 when every expected scenario passed, 1 when one failed, 2 when the run was not possible.
# The run ends by itself: each program it starts has a time limit, and all of them end with it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/target/official
suite=$work/node_modules/@modelcontextprotocol/conformance
node=$work/node_modules/.bin/node
server_program=${CONF_SERVER:-$here/fixture-server}
client_command=${CONF_CLIENT:-$here/fixture-client}
scenario_seconds=${CONF_TIMEOUT:-30}

roles="server client"
revisions=()
selection=()
only=

running=      # process id of the bounded program that runs now
server=       # process id of the fixture server
server_log=$work/results/server.log

die() {
  echo "official.sh: $*" >&2
  exit 2
}

# Runs a program in a process group of its own, which ends after the given seconds at the latest.
bounded() {
  local status=0
  timeout --kill-after=10 "$@" </dev/null &
  running=$!
  wait "$running" || status=$?
  running=
  return "$status"
}

end_all() {
  trap - EXIT
  local pid
  for pid in $running $server; do
    kill -TERM "$pid" 2>/dev/null || true
  done
  for pid in $running $server; do
    wait "$pid" 2>/dev/null || true
  done
}

install_suite() {
  if cmp -s "$here/official/package-lock.json" "$work/installed.json" && [ -x "$node" ]; then
    return
  fi
  command -v npm >/dev/null || die "npm is needed to install the suite"
  echo "installing the official suite into ${work#"$PWD"/}"
  mkdir -p "$work"
  rm -f "$work/installed.json"
  cp "$here/official/package.json" "$here/official/package-lock.json" "$work"
  bounded 900 npm ci --prefix "$work" --no-audit --no-fund --loglevel=error >"$work/install.log" 2>&1 || {
    cat "$work/install.log" >&2
    die "npm could not install the suite"
  }
  "$node" --version >/dev/null || die "the installed Node does not start"
  cp "$work/package-lock.json" "$work/installed.json"
}

# Called once the suite is there: which scenarios each revision has, into results/REVISION/scenarios.txt.
select_scenarios() {
  local revision results role
  rm -rf "$work/results"
  for revision in "${revisions[@]}"; do
    results=$work/results/$revision
    mkdir -p "$results"
    "$node" "$here/official/scenarios.mjs" "$suite" "$revision" "$here/official/not-yet.txt" \
      ${selection[@]+"${selection[@]}"} >"$results/all.txt" || exit 2
    for role in $roles; do
      grep "^$role " "$results/all.txt" || true
    done >"$results/scenarios.txt"
  done
}

selected() { # ROLE REVISION
  sed -nE "s/^$1 (scored|unscored|listed) //p" "$work/results/$2/scenarios.txt"
}

has_selected() { # ROLE
  local revision
  for revision in "${revisions[@]}"; do
    [ -z "$(selected "$1" "$revision")" ] || return 0
  done
  return 1
}

free_port() {
  "$node" -e 'const s = net.createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

start_server() {
  local port
  [ -x "$server_program" ] || die "there is no program $server_program"
  port=$(free_port)
  url=http://localhost:$port/mcp
  timeout --kill-after=30 3600 "$server_program" "$port" >"$server_log" 2>&1 </dev/null &
  server=$!
  if ! bounded 90 "$node" "$here/official/ready.mjs" "$url" "$server" 60; then
    show_server_log
    die "the fixture server is not ready"
  fi
  echo "fixture server at $url, warm"
}

show_server_log() {
  echo "--- the fixture server's last lines ---" >&2
  tail -n 40 "$server_log" >&2
}

# Ends the server and fails when it had ended by itself or would not end when asked.
stop_server() {
  local status=0 alive=yes
  kill -TERM "$server" 2>/dev/null || alive=no
  wait "$server" || status=$?
  server=
  if [ "$alive" = no ]; then
    show_server_log
    echo "FAILED: the fixture server ended during the run, with exit code $status"
    return 1
  elif [ "$status" -eq 137 ]; then
    echo "FAILED: the fixture server did not end within 30 s of being asked to"
    return 1
  fi
}

run_suite() { # SECONDS ARGS...
  local limit=$1
  shift
  bounded "$limit" "$node" "$suite/dist/index.js" "$@" --timeout "$((scenario_seconds * 1000))"
}

# Revisions before the last two have scenarios but no requirement set.
set_options() { # REVISION
  if [ -f "$suite/requirements/$1.yaml" ]; then
    echo "--requirements $1"
  else
    echo "--suite all --spec-version $1"
  fi
}

# A whole set runs in one process of the suite, as it does when an SDK is rated.
# The summary reads the results, so the suite's own exit code is left aside: it knows no strict mode.
run_server_scenarios() { # REVISION
  local results=$work/results/$1 scenario
  if [ -n "$only" ]; then
    for scenario in $(selected server "$1"); do
      run_suite "$((scenario_seconds + 60))" server --url "$url" --scenario "$scenario" \
        --spec-version "$1" --force -o "$results/server" >>"$results/server.log" 2>&1 || true
    done
  else
    run_suite 1200 server --url "$url" $(set_options "$1") -o "$results/server" >"$results/server.log" 2>&1 || true
  fi
}

# One at a time: the suite starts a whole set at once, which on two cores measures the start of JVMs.
run_client_scenarios() { # REVISION
  local results=$work/results/$1/client scenario status
  for scenario in $(selected client "$1"); do
    mkdir -p "$(dirname "$results/$scenario")"
    status=0
    run_suite "$((scenario_seconds + 30))" client --command "$client_command" --scenario "$scenario" \
      --spec-version "$1" --force -o "$results" >"$results/$scenario.log" 2>&1 || status=$?
    echo "$status" >"$results/$scenario.exit"
  done
}

while [ $# -gt 0 ]; do
  case $1 in
    --server) roles=server ;;
    --client) roles=client ;;
    --with | --only | --revision)
      [ $# -ge 2 ] || die "$1 needs a value"
      case $1 in
        --revision) revisions+=("$2") ;;
        --only) only=$2 selection+=(--only "$2") ;;
        *) selection+=("$1" "$2") ;;
      esac
      shift
      ;;
    -h | --help)
      sed -n '3,/^set -/{/^set -/d;s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
      exit 0
      ;;
    *) die "unknown argument $1 (--help lists them)" ;;
  esac
  shift
done
[ ${#revisions[@]} -gt 0 ] || revisions=(2026-07-28)

trap end_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

install_suite
select_scenarios
[ -z "${CONF_PREPARE:-}" ] || bounded 300 bash -c "$CONF_PREPARE"

failed=0
if has_selected server; then
  start_server
  for revision in "${revisions[@]}"; do
    run_server_scenarios "$revision"
  done
  stop_server || failed=1
fi
if has_selected client; then
  for revision in "${revisions[@]}"; do
    run_client_scenarios "$revision"
  done
fi
for revision in "${revisions[@]}"; do
  "$node" "$here/official/summary.mjs" "$work/results/$revision" "$revision" || failed=1
done
exit "$failed"
