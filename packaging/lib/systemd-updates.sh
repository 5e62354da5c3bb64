# What test-systemd looks at of updates; sourced, never run. Needs booted.sh, package.sh and systemd-steps.sh.

# The design's promise for a kiosk's own machine: so long after the switch, citizens are served by the version before.
rollback_seconds=120

slot() { booted /opt/kiosk/boot/kiosk-slot "$@"; }
says() { slot state | grep -q "^$1"; }
current() { [ "$(booted readlink /opt/kiosk/current)" = "$1" ]; }
# The link may have gone ahead of the process.
serves_from() { [[ $(booted readlink "/proc/$(pid)/exe") == "/opt/kiosk/$1/"* ]] && in_service; }

# bundle TREE VERSION: makes and signs a version with the release tool of the package, and installs it.
bundle() {
  booted sh -c "rm -rf /stick && /opt/kiosk/factory/bin/kiosk release bundle $1 --keys /keys --out /stick --version $2 --name 1.$2 --schema 1-99 --arch $(dpkg --print-architecture)" \
    >"$root.log" 2>&1 || fail "bundle: $(tail -n 5 "$root.log")"
  slot install /stick >"$root.log" || fail "install: $(cat "$root.log")"
}

# A version that is the factory's, less or more a little: broken VERSION COMMAND, run in its tree.
broken() {
  booted sh -c "rm -rf /broken && cp -a /opt/kiosk/factory /broken && cd /broken && $2" || fail "a version for the test"
  bundle /broken "$1"
  # A year's updates in ten minutes are more starts than the unit allows.
  booted systemctl reset-failed kiosk-runtime
}
program_is() { printf 'printf "#!/bin/sh\\n%s\\n" >bin/kiosk' "$1"; }

# How long the good version takes to stop and serve again, in $plain; the longest of a run.
plain=0
starts_plainly() {
  local began=$SECONDS
  booted systemctl restart kiosk-runtime
  eventually 300 "the good version serves after a plain restart" serves_from slots/a
  [ $((SECONDS - began)) -le "$plain" ] || plain=$((SECONDS - began))
}

# What a machine that may be slow and busy is held to: 75 s until it is given up, 15 s of looks, waits between starts
# and the helper, and three plain starts where there are two.
rollback_limit() {
  local limit=$((75 + 15 + 3 * plain))
  echo $((limit > rollback_seconds ? limit : rollback_seconds))
}

# comes_back VERSION HOW REASON: the runtime begins the trial by itself, in a quiet moment; it fails, and the version
# before serves. Measured from the switch of the link.
comes_back() {
  local began took limit promise=held
  eventually 90 "the trial of version $1 begins" current slots/b
  began=$SECONDS
  # The process of the version before may outlive the switch: first the end of the trial, then who serves.
  eventually 600 "the link goes back" current slots/a
  eventually 60 "version $1 is given up" says "outcome: $1 GIVEN_UP $3"
  eventually 300 "the version before serves again" serves_from slots/a
  took=$((SECONDS - began))
  says "bad: .*\b$1\b" && says "good: a, version 2" || fail "a version that $2: $(slot state)"
  # As busy as the machine is now.
  starts_plainly
  limit=$(rollback_limit)
  [ "$took" -le "$limit" ] || fail "a version that $2: $took s from the switch until the one before served; $limit s at most where a plain start takes $plain s"
  [ "$took" -le "$rollback_seconds" ] || promise="not held on this machine"
  ok "a version that $2 is given up ($(slot state | sed -n 's/^outcome: //p')); the one before serves $took s after the switch (the $rollback_seconds s: $promise; a plain start takes $plain s)"
}

updates() {
  in_service || booted systemctl start kiosk-runtime
  slot check /nowhere >"$root.log" 2>&1 && fail "an update is taken without a root"
  grep -q "put the operator's root there" "$root.log" || fail "without a root: $(cat "$root.log")"
  booted sh -c '/opt/kiosk/factory/bin/kiosk release keys /keys && /opt/kiosk/factory/bin/kiosk release root --keys /keys --out /keys && install -m 644 /keys/1.root.json /etc/kiosk/trust/root.json' >/dev/null
  slot root | grep -q '^root of egov-lab, version 1' || fail "root: $(slot root)"
  bundle /opt/kiosk/factory 2
  eventually 90 "the runtime begins the trial by itself" says 'on trial: a, version 2'
  eventually 120 "the new version serves" serves_from slots/a
  eventually 300 "kept after two minutes of health, by the runtime's request and the path unit" says 'good: a, version 2'
  ok "an update is taken from a stick, begun in a quiet moment, runs on trial, and is kept by the runtime's own word"
}

rolls_back() {
  starts_plainly
  broken 3 "$(program_is 'exit 1')"
  comes_back 3 "ends at once" "\\(tries\\|time\\)"
  # One of the rooms is missing, and with it everything it looked after.
  broken 4 'rm bundles/kiosk-upkeep-*.jar'
  comes_back 4 "starts and does not do all that the one before did" health-
  # 78 says that no new start mends it: systemd makes none, and the look before a start that takes it back is not made.
  broken 5 "$(program_is 'exit 78')"
  comes_back 5 "refuses its configuration" configuration
  broken 6 "$(program_is 'exec sleep 1000')"
  comes_back 6 "hangs before it serves" time
  stands_still
}

# Serves, says READY, and is stopped in its tracks: the unit's watchdog ends it.
stands_still() {
  [ "$plain" -gt 0 ] || starts_plainly
  broken 7 'mv bin/kiosk bin/real && printf "#!/bin/sh\n(until bash -c \": </dev/tcp/127.0.0.1/8930\"; do sleep 1; done 2>/dev/null; sleep 5; kill -STOP \$\$) &\nexec \"\${0%%/*}/real\" \"\$@\"\n" >bin/kiosk && chmod 755 bin/kiosk'
  comes_back 7 "stands still after READY" "\\(tries\\|time\\)"
}
