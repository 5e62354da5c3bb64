# What test-systemd looks at when nothing of the program is left to help; sourced, never run. Needs systemd-steps.sh.

# The machine itself is not started again here: what would do it leaves a mark instead.
fakes_the_reboot() {
  booted sh -c 'mkdir -p /run/systemd/system/kiosk-reboot.service.d && rm -f /run/started-anew &&
    printf "[Service]\nExecStartPost=\nExecStartPost=+/bin/sh -c \"echo anew >>/run/started-anew\"\n" >/run/systemd/system/kiosk-reboot.service.d/test.conf &&
    systemctl daemon-reload'
}
anew() { [ "$(booted sh -c 'wc -l </run/started-anew' 2>/dev/null)" = "$1" ]; }
asked_for() { booted sed -n 's/^watch.rebootRequest = //p' /etc/kiosk/kiosk.properties; }

# kiosk-runtime.service with another program, for a while: becomes COMMAND.
becomes() {
  booted sh -c "mkdir -p /run/systemd/system/kiosk-runtime.service.d &&
    printf '[Service]\nType=simple\nExecStart=\nExecStart=/bin/sh -c \"%s\"\nRestartSec=100ms\n' '$1' >/run/systemd/system/kiosk-runtime.service.d/test.conf && systemctl daemon-reload"
}
becomes_itself() {
  booted sh -c 'rm -r /run/systemd/system/kiosk-runtime.service.d && systemctl daemon-reload && systemctl reset-failed kiosk-runtime
    systemctl stop kiosk-runtime kiosk-again.timer; rm -f /var/lib/kiosk-boot/reboots /var/lib/kiosk/watch/book'
}
fails_for_good() {
  booted sh -c 'systemctl reset-failed kiosk-runtime; systemctl --no-block start kiosk-runtime'
}

starts_the_machine_again() {
  fakes_the_reboot
  installs_a_screen
  booted sh -c 'rm -f /var/lib/kiosk-boot/reboots'
  in_service || booted systemctl start kiosk-runtime
  # As the watch does it, with the name this package was configured with.
  booted setpriv --reuid kiosk --regid kiosk --clear-groups sh -c "echo as the test wants >$(asked_for)"
  eventually 30 "the machine is started again when the watch asks for it" anew 1
  ! booted test -e "$(asked_for)" || fail "the request stays, and the machine would start again and again"
  # A process that is killed again and again, after it wrote down that it began.
  # What this step and those before used up of the unit's starts is not what is looked at.
  booted systemctl reset-failed kiosk-runtime
  local before=0
  for _ in 1 2 3; do
    eventually 120 "serves before it is killed" in_service "$before"
    before=$(pid)
    booted sh -c "kill -9 $before"
  done
  eventually 120 "three crashes, and the watch has the machine started again" anew 2
  booted systemctl stop kiosk-runtime
  booted grep -q ^SYSTEM /var/lib/kiosk/watch/book && ! booted grep -q ^SAFE_MODE /var/lib/kiosk/watch/book || fail "safe mode without the machine having been started again"
  ok "the watch asks for a start of the machine, by request and after three crashes, and is obeyed"
  # A program that ends before there is a watch, until systemd gives up; that counts with the two before.
  becomes 'exit 1'
  fails_for_good
  eventually 240 "a program that does not come up has the machine started again" anew 3
  ok "a program that ends at once, until systemd starts it no more, has the machine started again"
  fails_for_good
  eventually 240 "the fourth start is refused" booted systemctl is-active -q kiosk-again.timer
  anew 3 || fail "a fourth start of the machine within 24 hours: $(booted cat /var/lib/kiosk-boot/reboots)"
  booted journalctl -u kiosk-reboot --no-pager -o cat | grep -q '3 times within 24 hours and is left as it is' || fail "nothing says why the machine is left as it is"
  booted systemctl is-active -q kiosk-screen || fail "no screen that says where else to go"
  ok "a fourth time it is left as it is, the screen is shown, and the program is tried again every ten minutes"
  becomes_itself
}

comes_back_after_the_battery() {
  becomes 'exit 76'
  booted systemctl start kiosk-runtime || true
  eventually 60 "a runtime that the battery stopped is tried again later" booted systemctl is-active -q kiosk-again.timer
  [ "$(property ActiveState)" = inactive ] || fail "after 76: $(property ActiveState)"
  booted systemctl stop kiosk-runtime
  ! booted systemctl is-active -q kiosk-again.timer || fail "a technician stopped it, and it would start all the same"
  booted sh -c 'mkdir -p /run/systemd/system/kiosk-again.timer.d && printf "[Timer]\nOnActiveSec=\nOnActiveSec=3\n" >/run/systemd/system/kiosk-again.timer.d/test.conf && systemctl daemon-reload'
  booted systemctl start kiosk-runtime || true
  eventually 60 "the battery stopped it" booted systemctl is-active -q kiosk-again.timer
  booted sh -c 'rm -r /run/systemd/system/kiosk-runtime.service.d && systemctl daemon-reload'
  eventually 120 "the mains came back, and citizens are served" in_service
  ! booted systemctl is-active -q kiosk-again.timer || fail "it serves, and would be started again"
  booted sh -c 'rm -r /run/systemd/system/kiosk-again.timer.d && systemctl daemon-reload'
  booted systemctl stop kiosk-runtime
  ok "stopped by an empty battery, it is tried again ten minutes later, unless a person stops it"
}
