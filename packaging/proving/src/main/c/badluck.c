/*
 * Preloaded into a process that is to have bad luck: system calls on files below one directory
 * fail, and its wall clock is off. A page shared with the tormentor says how; all numbers are in
 * the machine's byte order. Nothing is written to the page but the count of failures.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { FAIL_SYNC = 1, FAIL_WRITE = 2, TEAR_WRITE = 4, FAIL_READ = 8, FULL_WRITE = 16 };

struct page {
  _Atomic int32_t faults;      /* which of the above */
  _Atomic int32_t one_in;      /* every how many-th call fails, 1: each */
  _Atomic int64_t clock_nanos; /* added to the wall clock */
  _Atomic int64_t hits;        /* failures so far */
  _Atomic int64_t calls;       /* calls that could have failed */
  char below[480];             /* absolute path of the directory, zero terminated */
};

static struct page *page;

__attribute__((constructor)) static void open_page(void) {
  const char *name = getenv("KIOSK_BADLUCK");
  if (name == NULL) {
    return;
  }
  int file = open(name, O_RDWR | O_CLOEXEC);
  if (file < 0) {
    return;
  }
  void *at = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (at != MAP_FAILED) {
    page = at;
  }
}

/* Whether this call on this file is to fail in one of these ways; says which. */
static int struck(int file, int ways) {
  if (page == NULL) {
    return 0;
  }
  int faults = atomic_load(&page->faults) & ways;
  if (faults == 0) {
    return 0;
  }
  char link[64];
  char name[1024];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, name, sizeof name - 1);
  size_t wanted = strlen(page->below);
  if (length < (ssize_t)wanted || memcmp(name, page->below, wanted) != 0) {
    return 0;
  }
  int64_t call = atomic_fetch_add(&page->calls, 1);
  int32_t one_in = atomic_load(&page->one_in);
  if (one_in > 1 && call % one_in != one_in - 1) {
    return 0;
  }
  atomic_fetch_add(&page->hits, 1);
  return faults;
}

#define REAL(type, name, ...)                              \
  static type (*real_##name)(__VA_ARGS__);                 \
  if (real_##name == NULL) {                               \
    real_##name = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name); \
  }

#define SYNC(name)                            \
  int name(int file) {                        \
    REAL(int, name, int)                      \
    if (struck(file, FAIL_SYNC)) {            \
      errno = EIO;                            \
      return -1;                              \
    }                                         \
    return real_##name(file);                 \
  }

SYNC(fsync)
SYNC(fdatasync)

#define PWRITE(name, offset)                                                 \
  ssize_t name(int file, const void *bytes, size_t count, offset at) {       \
    REAL(ssize_t, name, int, const void *, size_t, offset)                   \
    int how = struck(file, FAIL_WRITE | TEAR_WRITE | FULL_WRITE);            \
    if (how & TEAR_WRITE) {                                                  \
      (void)!real_##name(file, bytes, count / 2, at);                        \
    }                                                                        \
    if (how) {                                                               \
      errno = how & FULL_WRITE ? ENOSPC : EIO;                               \
      return -1;                                                             \
    }                                                                        \
    return real_##name(file, bytes, count, at);                              \
  }

PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PREAD(name, offset)                                      \
  ssize_t name(int file, void *bytes, size_t count, offset at) { \
    REAL(ssize_t, name, int, void *, size_t, offset)             \
    if (struck(file, FAIL_READ)) {                               \
      errno = EIO;                                               \
      return -1;                                                 \
    }                                                            \
    return real_##name(file, bytes, count, at);                  \
  }

PREAD(pread, off_t)
PREAD(pread64, off64_t)

static void shift(struct timespec *now) {
  int64_t offset = page == NULL ? 0 : atomic_load(&page->clock_nanos);
  if (offset == 0) {
    return;
  }
  int64_t nanos = now->tv_nsec + offset % 1000000000;
  now->tv_sec += offset / 1000000000;
  if (nanos < 0) {
    nanos += 1000000000;
    now->tv_sec--;
  } else if (nanos >= 1000000000) {
    nanos -= 1000000000;
    now->tv_sec++;
  }
  now->tv_nsec = nanos;
}

int clock_gettime(clockid_t which, struct timespec *now) {
  REAL(int, clock_gettime, clockid_t, struct timespec *)
  int result = real_clock_gettime(which, now);
  if (result == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
    shift(now);
  }
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  REAL(int, gettimeofday, struct timeval *restrict, void *restrict)
  int result = real_gettimeofday(now, zone);
  if (result == 0) {
    struct timespec fine = {now->tv_sec, now->tv_usec * 1000};
    shift(&fine);
    now->tv_sec = fine.tv_sec;
    now->tv_usec = fine.tv_nsec / 1000;
  }
  return result;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != NULL) {
    *result = now.tv_sec;
  }
  return now.tv_sec;
}
