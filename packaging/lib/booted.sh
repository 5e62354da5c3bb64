# A root that systemd started, as the first process of namespaces of its own; sourced, never run. Needs setup.sh and root.

# boot ROOT: starts systemd there; afterwards booted COMMAND... runs something in it. Says why not, and gives 1, where
# the kernel does not allow it.
boot() {
  booted_root=$1 booted_groups=$(mktemp -d) booted_pid=
  mount -t cgroup2 cgroup2 "$booted_groups" 2>"$booted_root.boot" || { booted_why "no cgroup2"; return 1; }
  booted_group=$booted_groups/kiosk-test-$$
  mkdir "$booted_group" 2>"$booted_root.boot" || { booted_why "no control group of its own"; return 1; }
  # shellcheck disable=SC2016
  sh -c 'echo $$ >"$1/cgroup.procs" && exec unshare --mount --pid --fork --kill-child --net --ipc --uts --cgroup sh -c "$2" "$0"' \
    "$booted_root" "$booted_group" "$booted_script" >"$booted_root.boot" 2>&1 &
  booted_unshare=$!
  local i
  for ((i = 0; i < 60; i++)); do
    booted_pid=$(pgrep -P "$booted_unshare" -x systemd || true)
    if [ -n "$booted_pid" ]; then
      # It ends with 1 for a system in which one unit failed; that one is up all the same.
      case $(booted systemctl is-system-running 2>/dev/null || true) in running | degraded) return 0 ;; esac
    fi
    kill -0 "$booted_unshare" 2>/dev/null || break
    sleep 1
  done
  booted_why "$(tail -n 1 "$booted_root.boot")"
  return 1
}

booted_why() {
  say "systemd could not be started as the first process here: $1 $(cat "$booted_root.boot")"
  shut_down
}

booted() {
  nsenter -t "$booted_pid" -m -p -n -i -u -C -r -w env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

shut_down() {
  if [ -n "${booted_unshare:-}" ]; then
    [ -z "$booted_pid" ] || kill -s RTMIN+3 "$booted_pid" 2>/dev/null || true
    local i
    for ((i = 0; i < 40; i++)); do
      kill -0 "$booted_unshare" 2>/dev/null || break
      sleep 1
    done
    kill -9 "$booted_unshare" 2>/dev/null || true
    wait "$booted_unshare" 2>/dev/null || true
    booted_unshare=
  fi
  [ -z "${booted_groups:-}" ] || {
    find "$booted_groups"/kiosk-test-$$ -depth -type d -exec rmdir {} \; 2>/dev/null || true
    umount "$booted_groups" 2>/dev/null || true
    rmdir "$booted_groups" 2>/dev/null || true
    booted_groups=
  }
}

# shellcheck disable=SC2016
booted_script='
  set -e
  ip link set lo up
  hostname kiosk-test
  mount --make-rprivate /
  mount --bind "$0" "$0"
  cd "$0"
  mount -t proc proc proc
  mount -t sysfs -o ro sysfs sys
  mount -t cgroup2 cgroup2 sys/fs/cgroup
  mount -t tmpfs -o mode=755 tmpfs dev
  mkdir dev/pts dev/shm
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
  mount -t tmpfs tmpfs dev/shm
  ln -s pts/ptmx dev/ptmx
  ln -s /proc/self/fd dev/fd
  for node in "null 3" "zero 5" "full 7" "random 8" "urandom 9"; do
    mknod -m 666 "dev/${node% *}" c 1 "${node#* }"
  done
  mount -t tmpfs -o mode=755 tmpfs run
  mount -t tmpfs -o noexec,nosuid tmpfs tmp
  mkdir -p .old
  pivot_root . .old
  umount -l .old
  rmdir .old
  exec env -i container=kiosk-test PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    /lib/systemd/systemd --log-target=journal --show-status=no --unit=multi-user.target'
