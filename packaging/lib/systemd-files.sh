# What test-systemd looks at of logs and device names; sourced, never run. Needs booted.sh and systemd-steps.sh.

# The log is the runtime's own to turn over: the file of another day goes to an archive at the next line, archives of
# more than 30 days go, and the runtime writes on.
turns_over_its_log() {
  local log=/var/lib/kiosk/log day old
  day=$(date -d '3 days ago' +%F) old=$(date -d '40 days ago' +%F)
  booted systemctl start kiosk-runtime
  booted systemctl stop kiosk-runtime
  booted sh -c "cd $log && echo 'a line of another day' >>kiosk.log && touch -d '$day 12:00' kiosk.log &&
    echo old | gzip >kiosk.$old.0.log.gz && touch -d '$old' kiosk.$old.0.log.gz && chown kiosk:kiosk kiosk.$old.0.log.gz"
  booted systemctl start kiosk-runtime
  eventually 60 "an archive of the other day" booted sh -c "zgrep -q 'a line of another day' $log/kiosk.$day.0.log.gz"
  eventually 60 "the archive of 40 days ago is gone" booted test ! -e "$log/kiosk.$old.0.log.gz"
  ! booted grep -q 'a line of another day' $log/kiosk.log || fail "the log was copied, not turned over"
  # The first line after the start turned it over; the others came after it.
  [ "$(booted sed -n '$=' $log/kiosk.log)" -ge 2 ] || fail "nothing is written after the log was turned over"
  [ "$(booted stat -c '%U %a' $log/kiosk.log)" = "kiosk 600" ] || fail "the log: $(booted stat -c '%U %a' $log/kiosk.log)"
  ok "log: another day's goes to an archive, one of 40 days ago goes, the runtime writes on"
}

# The journal is kept small for the flash whoever floods it, and the runtime does not mind.
keeps_the_journal_small() {
  local limit=100 place=/var/log/journal used
  booted systemctl start kiosk-runtime
  booted test -d $place || limit=32 place=/run/log/journal
  booted sh -c "base64 -w 30000 /dev/urandom | head -c $((limit * 2))M | systemd-cat -t flood"
  booted journalctl --sync
  used=$(booted du -sm $place | cut -f1)
  # It looks when it begins another file, an eighth of the limit.
  [ "$used" -le $((limit + limit / 8 + 1)) ] || fail "the journal takes $used MB, $limit are its limit"
  [ "$used" -gt $((limit / 2)) ] || fail "the journal was not flooded, it takes $used MB; nothing is shown by that"
  in_service || fail "the runtime does not serve after the journal was flooded"
  ok "journal: $used MB after $((limit * 2)) MB were written to it, $limit are its limit; the runtime serves"
}

names_devices() {
  booted unshare --mount /device-names >"$root.names" 2>&1 || fail "device names: $(tail -n 9 "$root.names")"
  ! grep -E '70-kiosk.*(nvalid|rror|nknown|gnor)' "$root.names" || fail "udev does not understand the rules"
  local port=pci-0000:00:14.0-usb-0 line
  for line in "link by-path/serial-$port:1:1.0 ../../ttyUSB1" "link by-path/serial-$port:2:1.0 ../../ttyUSB2" \
    "link by-path/serial-$port:2:1.0-port1 ../../ttyUSB3" "link by-path/printer-$port:3:1.0 ../../usb/lp3" \
    "link by-path/camera-$port:4:1.0 ../../video4" "node /dev/ttyUSB3 dialout 660" "node /dev/usb/lp3 lp 660" \
    "node /dev/video4 video 660" "node /dev/bus/usb/001/005 plugdev 660"; do
    grep -qxF "$line" "$root.names" || fail "no '$line': $(cat "$root.names")"
  done
  [ "$(grep -c ^link "$root.names")" = 5 ] || fail "other links than these: $(grep ^link "$root.names")"
  ok "device names: serial lines, two on one plug, printer and camera by the port they are plugged into; groups and modes"
}
