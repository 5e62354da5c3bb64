/*
 * Makes every sync of the disk take longer, for whoever is started with it in LD_PRELOAD: a build
 * machine's disk answers in microseconds, the eMMC of a kiosk in milliseconds. The sync itself is
 * still done. SLOW_SYNC_MICROS says how much longer.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

typedef int (*sync_call)(int);

static void wait_for_disk(void) {
  const char *text = getenv("SLOW_SYNC_MICROS");
  long micros = text == NULL ? 0 : atol(text);
  struct timespec left = {micros / 1000000, (micros % 1000000) * 1000};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
}

int fsync(int fd) {
  static sync_call real;
  if (real == NULL) {
    real = (sync_call) dlsym(RTLD_NEXT, "fsync");
  }
  wait_for_disk();
  return real(fd);
}

int fdatasync(int fd) {
  static sync_call real;
  if (real == NULL) {
    real = (sync_call) dlsym(RTLD_NEXT, "fdatasync");
  }
  wait_for_disk();
  return real(fd);
}
