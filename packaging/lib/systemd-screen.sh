# What test-systemd --screen looks at: the session as it is on a kiosk, with the compositor and the browser it is for. Only
# the panel is another: an X server in memory, whose picture can be read. Sourced, never run. Needs systemd-steps.sh.

panel() { cat "$root/var/tmp/panel/Xvfb_screen0"; }
# What is written on it; Chinese without the spaces that reading puts between.
read_panel() { panel | xwdtopnm -quiet 2>/dev/null | pnmscale 2 | tesseract - - -l chi_sim 2>/dev/null | tr -d ' \n'; }
reads() { read_panel | grep -qE "$1"; }

shows_a_real_screen() {
  # shellcheck disable=SC2016
  booted sh -c 'set -e
    mkdir -p /var/tmp/panel /run/systemd/system/kiosk-screen.service.d
    printf "[Service]\nTTYPath=\nStandardInput=null\nTTYReset=no\nTTYVHangup=no\nUtmpIdentifier=\nEnvironment=DISPLAY=:97 WLR_BACKENDS=x11 WLR_RENDERER=pixman LIBSEAT_BACKEND=noop\n" \
      >/run/systemd/system/kiosk-screen.service.d/test.conf
    systemctl daemon-reload
    systemd-run -q --unit=test-panel Xvfb :97 -screen 0 1024x768x24 -nolisten tcp -ac -fbdir /var/tmp/panel'
  eventually 20 "a panel" test -s "$root/var/tmp/panel/Xvfb_screen0"
  booted systemctl start kiosk-screen || fail "session: $(session)"
  looks 60 "the page without the runtime" '正在准备'
  booted systemctl start kiosk-runtime
  local began=$SECONDS
  # A machine without an identity opens no desk, and says so; the picture is kept to be looked at.
  looks 120 "the citizens' first page" '还没有启用'
  panel >"$package_root/screen.xwd"
  ok "a real browser shows the citizens' first page $((SECONDS - began)) s after the runtime began to start (screen.xwd)"
  booted journalctl -t kiosk-session --no-pager | grep -q 'remote debugging is disallowed by the system admin' ||
    fail "the browser did not read the package's policies: $(session)"
  ok "it has read the package's policies"
  is_held_in
  local pages
  pages=$(booted pgrep -u kiosk-ui -f -- --type=renderer | tr '\n' ' ')
  booted sh -c "kill -9 $pages"
  eventually 60 "a new browser when the page's own process ended" another_browser "$pages"
  looks 60 "the first page again" '还没有启用'
  ok "killed in its page, the browser is another, and shows the first page"
  booted systemctl stop kiosk-runtime
  looks 60 "the page that says so, when the runtime ends" '暂停|12345'
  ok "the runtime ended, the panel says where else to go"
  [ "$(booted journalctl -t kiosk-session --no-pager -o cat | grep -c 'dbus')" = 0 ] || fail "the browser fills the log: $(session)"
  booted systemctl stop kiosk-screen
  eventually 20 "an end of everything that the session began" nothing_left
  ok "stopped, the session leaves no process"
}

nothing_left() { ! booted pgrep -u kiosk-ui -f 'cage|chromium|kiosk-browser' >/dev/null; }

# logind moves the session into a group of its own; what the unit's group limits has to hold there.
is_held_in() {
  local who slice said
  who=$(booted id -u kiosk-ui) slice=$(booted sh -c 'cat "/proc/$(pgrep -u kiosk-ui -x cage)/cgroup"' | sed -n 's|^0::||p')
  case $slice in
    */user-"$who".slice/*) ;;
    */kiosk-screen.service) ;;
    *) fail "the session runs where nothing limits it: $slice" ;;
  esac
  [ "$(property MemoryMax "user-$who.slice")" = 2147483648 ] || fail "memory: $(property MemoryMax "user-$who.slice")"
  # Nobody listens at another address: who may speak to it is refused, who may not hears nothing.
  said=$(booted bash -c 'exec 3<>/dev/tcp/127.0.0.2/8930' 2>&1 || true)
  grep -q refused <<<"$said" || fail "an address where nobody listens says: $said"
  said=$(booted systemd-run -q --wait --pipe --uid=kiosk-ui --slice="user-$who.slice" timeout 5 bash -c 'exec 3<>/dev/tcp/127.0.0.2/8930' 2>&1 || true)
  [ -z "$said" ] || fail "the browser's user may speak to other machines: $said"
  booted systemd-run -q --wait --pipe --uid=kiosk-ui --slice="user-$who.slice" bash -c 'exec 3<>/dev/tcp/127.0.0.1/8930' ||
    fail "the browser's user may not speak to the runtime"
  ok "in the group that logind gave it the session has 2 GiB, and speaks to the runtime alone"
}

session() { booted journalctl -u kiosk-screen -t kiosk-session --no-pager -o cat | tail -n 12; }
another_browser() { [ "$(booted pgrep -u kiosk-ui -f -- --type=renderer | tr '\n' ' ')" != "$1" ] && booted pgrep -u kiosk-ui -f -- --type=renderer >/dev/null; }

# looks SECONDS WHAT PATTERN: until it is on the panel.
looks() {
  local began=$SECONDS
  until reads "$3"; do
    [ $((SECONDS - began)) -lt "$1" ] || { panel >"$package_root/screen.xwd"; fail "not on the panel within $1 s: $2 (screen.xwd reads: $(read_panel)) $(session)"; }
    sleep 2
  done
}
