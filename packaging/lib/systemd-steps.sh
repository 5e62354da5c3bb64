# What test-systemd looks at, one function a promise; sourced, never run. Needs booted.sh and package.sh.

ok() { echo "ok   $*"; }
property() { booted systemctl show "${2:-kiosk-runtime}" -p "$1" --value; }
pid() { property MainPID; }
journal() { booted journalctl -u kiosk-runtime --no-pager -o cat; }

# eventually SECONDS WHAT COMMAND...: until the command succeeds.
eventually() {
  local limit=$1 what=$2 began=$SECONDS
  shift 2
  until "$@"; do
    [ $((SECONDS - began)) -lt "$limit" ] || { journal | tail -n 20 >&2; fail "not within $limit s: $what"; }
    sleep 0.5
  done
}

in_service() { [ "$(property ActiveState)" = active ] && [ "$(pid)" != "${1:-0}" ] && answers; }
# shellcheck disable=SC2016
answers() {
  booted timeout 4 bash -c 'exec 3<>/dev/tcp/127.0.0.1/8930 && printf "GET / HTTP/1.1\r\nHost: 127.0.0.1:8930\r\nConnection: close\r\n\r\n" >&3 &&
    read -r line <&3 && [[ $line == *" 200 "* ]]' 2>/dev/null
}

installs() {
  booted dpkg -i /one.deb >"$root.log" 2>&1 || fail "install: $(tail -n 5 "$root.log")"
  [ "$(booted systemctl is-enabled kiosk-runtime)" = enabled ] || fail "the runtime is not enabled"
  for unit in kiosk-slot.path kiosk-reboot.path kiosk-page.path kiosk-overdue.timer; do
    [ "$(booted systemctl is-active "$unit")" = active ] || fail "$unit does not wait"
  done
  ok "installs; runtime enabled, path units and timer wait"
}

starts() {
  local began=$SECONDS
  booted systemctl start kiosk-runtime || fail "start: $(journal | tail -n 20)"
  in_service || fail "started, but it does not serve"
  [ "$(property Type)" = notify ] && [ "$(property StatusText)" = "in service" ] || fail "it did not tell systemd: $(property StatusText)"
  [ "$(booted stat -c %U "/proc/$(pid)")" = kiosk ] || fail "it does not run as kiosk"
  ok "starts in $((SECONDS - began)) s, tells systemd when it serves, runs as kiosk"
  ! journal | grep -m 3 'Error during instantiation' || fail "a component could not be made"
  ok "every component that is configured could be made"
}

is_closed() {
  booted grep -qE '^CapBnd:\s0+$' "/proc/$(pid)/status" || fail "it has capabilities"
  booted grep -qE '^NoNewPrivs:\s1$' "/proc/$(pid)/status" || fail "it may get privileges"
  booted grep -qE '^Seccomp:\s2$' "/proc/$(pid)/status" || fail "system calls are not filtered"
  # The same unit with another program.
  # shellcheck disable=SC2016
  booted sh -c 'set -e
    cd /dev && mkdir -p usb bus input
    node() { mknod -m 660 "$1" "$2" "$3" "$4" && chgrp "$5" "$1"; }
    node ttyS7 c 4 71 dialout; node ttyUSB7 c 188 7 dialout; node ttyACM7 c 166 7 dialout
    node video7 c 81 7 video; node usb/lp7 c 180 7 lp; node bus/007 c 189 7 plugdev
    node mem c 1 1 dialout; node sda b 8 0 dialout; node input/event7 c 13 71 dialout; node kvm7 c 10 232 dialout
    sed -E "/^(ExecStart|ExecStartPre|Restart|RestartSec|WatchdogSec|Runtime|State|Type|NotifyAccess|Restart.*|SuccessExit.*|Wants|After)/d
      s|^\[Service\]|[Service]\nType=oneshot\nExecStart=/device-probe /dev/ttyS7 /dev/ttyUSB7 /dev/ttyACM7 /dev/video7 /dev/usb/lp7 /dev/bus/007 /dev/mem /dev/sda /dev/input/event7 /dev/kvm7|" \
      /lib/systemd/system/kiosk-runtime.service >/run/systemd/system/kiosk-probe.service'
  booted systemctl daemon-reload
  booted systemctl start kiosk-probe || fail "probe: $(booted journalctl -u kiosk-probe --no-pager | tail -n 9)"
  local said
  said=$(booted journalctl -u kiosk-probe --no-pager -o cat)
  [ "$(grep -c 'let in$' <<<"$said")" = 6 ] || fail "devices of a kiosk are kept out: $said"
  [ "$(grep -c 'kept out$' <<<"$said")" = 4 ] || fail "devices that are none of a kiosk's are let in: $said"
  ok "no capability, calls filtered; serial lines, cameras, printers and USB let in, memory, disks and keyboards kept out"
}

# An older systemd cannot name the newest calls, and so answers for them as for every call that is not on the list.
knows_few_calls() {
  booted sh -c 'd=/run/systemd/system/kiosk-runtime.service.d && mkdir -p $d &&
    printf "[Service]\nSystemCallFilter=~clone3 rseq faccessat2 close_range openat2 pidfd_open statx\n" >$d/test.conf && systemctl daemon-reload'
  booted systemctl restart kiosk-runtime || fail "a systemd that knows no new calls: $(journal | tail -n 20)"
  in_service || fail "with calls of an older systemd it does not serve"
  booted sh -c 'rm -r /run/systemd/system/kiosk-runtime.service.d && systemctl daemon-reload'
  booted systemctl restart kiosk-runtime
  ok "starts with no other calls than an older systemd knows"
}

is_watched() {
  local before
  before=$(pid)
  booted sh -c "kill -9 $before"
  eventually 120 "started again after kill -9" in_service "$before"
  ok "killed, it is started again"
  before=$(pid)
  local began=$SECONDS
  booted sh -c "kill -STOP $before"
  eventually 240 "ended by the watchdog and started again" in_service "$before"
  ok "stopped in its tracks, it is ended by the watchdog and serves again after $((SECONDS - began)) s"
}

stops() {
  local began=$SECONDS
  booted systemctl stop kiosk-runtime
  [ $((SECONDS - began)) -lt 30 ] || fail "stopping took $((SECONDS - began)) s, so it was killed"
  [ "$(property Result)" = success ] || fail "stopping: $(property Result)"
  ok "stops in $((SECONDS - began)) s, in order"
}

refuses_a_wrong_configuration() {
  booted sed -i 's/^kiosk.profile = laboratory/kiosk.profile = production/' /etc/kiosk/kiosk.properties
  booted systemctl start kiosk-runtime 2>/dev/null && fail "a laboratory's configuration starts in production"
  [ "$(property ExecMainStatus)" = 78 ] && [ "$(property ActiveState)" = failed ] || fail "wrong configuration: $(property ExecMainStatus)"
  sleep 5
  [ "$(property ActiveState)" = failed ] || fail "it is started again and again with a wrong configuration"
  booted sed -i 's/^kiosk.profile = production/kiosk.profile = laboratory/' /etc/kiosk/kiosk.properties
  ok "a wrong configuration ends with 78 and is not tried again and again"
}

# What the browser was sent to last.
shown() { booted tail -n 1 /run/kiosk-ui/shown 2>/dev/null; }
shows() { [ "$(shown)" = "$1" ]; }

# The session's unit as it is, but for the screen that is not here: a compositor and a browser that write down what
# they are asked to show.
installs_a_screen() {
  # shellcheck disable=SC2016
  booted sh -c 'set -e
    mkdir -p /run/systemd/system/kiosk-screen.service.d /usr/lib/chromium
    printf "[Service]\nTTYPath=\nPAMName=\nStandardInput=null\nTTYReset=no\nTTYVHangup=no\nUtmpIdentifier=\n" >/run/systemd/system/kiosk-screen.service.d/test.conf
    printf "#!/bin/sh\nwhile [ \"\$1\" != -- ]; do shift; done\nshift\nexec \"\$@\"\n" >/usr/bin/cage
    printf "#!/bin/bash\necho \"\${*: -1}\" >>/run/kiosk-ui/shown\nexec sleep 1000\n" >/usr/lib/chromium/chromium
    ln -sf /usr/bin/true /usr/bin/Xwayland
    chmod 755 /usr/bin/cage /usr/lib/chromium/chromium
    systemctl daemon-reload'
}

shows_its_profile() {
  local out=file:///run/kiosk-page/index.html screens=http://127.0.0.1:8930
  local extra=/etc/chromium/policies/managed/kiosk-profile.json
  installs_a_screen
  booted systemctl restart kiosk-screen || fail "screen: $(booted journalctl -u kiosk-screen --no-pager | tail -n 5)"
  eventually 30 "a page without the runtime" shows "$out#starting"
  booted grep -q 'fz-gl-000001' /run/kiosk-page/index.html || fail "the page does not say which kiosk it is"
  [ "$(booted stat -c '%U %a' /run/kiosk-page/index.html)" = "root 644" ] || fail "the page: $(booted stat -c '%U %a' /run/kiosk-page/index.html)"
  booted sh -c 'cd /var/lib/kiosk && mkdir -p upkeep && echo "flow.elsewhere = 二楼大厅" >upkeep/settings.new && chmod 600 upkeep/settings.new &&
    chown -R kiosk: upkeep && mv upkeep/settings.new upkeep/settings'
  eventually 10 "the page with the place the wizard was told" booted grep -q 二楼大厅 /run/kiosk-page/index.html
  booted rm /var/lib/kiosk/upkeep/settings
  eventually 10 "the page without it" booted sh -c '! grep -q 二楼大厅 /run/kiosk-page/index.html'
  [ "$(booted stat -c '%U %a' /run/kiosk-page/index.html)" = "root 644" ] || fail "the page made anew: $(booted stat -c '%U %a' /run/kiosk-page/index.html)"
  ok "the page shown without the program knows a new place at once"
  booted systemctl start kiosk-runtime
  eventually 60 "the citizens' screens" shows "$screens/"
  booted systemctl stop kiosk-runtime
  local began=$SECONDS
  eventually 60 "the page that says so, when the runtime ends" shows "$out"
  ok "the screen says that the kiosk is out of service $((SECONDS - began)) s after the runtime ended"
  booted systemctl start kiosk-runtime
  eventually 60 "the citizens' screens again" shows "$screens/"
  booted /opt/kiosk/boot/kiosk-profile worker
  eventually 120 "serves a worker" in_service
  eventually 60 "the workers' screens" shows "$screens/worker"
  booted grep -q Geolocation $extra || fail "a tablet may not know where it is"
  booted /opt/kiosk/boot/kiosk-profile workstation
  eventually 120 "serves at a desk" in_service
  eventually 60 "the workers' screens at a desk" shows "$screens/worker"
  ! booted grep -q Geolocation $extra && booted grep -q VideoCapture $extra || fail "a desk's policy: $(booted cat $extra)"
  booted /opt/kiosk/boot/kiosk-profile kiosk
  eventually 120 "serves citizens" in_service
  eventually 60 "the citizens' screens as before" shows "$screens/"
  ! booted test -e $extra || fail "a kiosk's browser may use what a tablet's may"
  ok "profiles: citizens' screens; workers' screens with camera and microphone; the same and its place"
}
