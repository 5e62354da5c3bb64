/*
 * A V4L2 camera at the system-call border, for machines whose kernel has none.
 *
 *   gcc -shared -fPIC -O2 -Wall -Wextra -o v4l2shim.so v4l2shim.c -ldl -lpthread
 *   KIOSK_V4L2_NODE=/dev/video0 KIOSK_V4L2_DIR=dir LD_PRELOAD=./v4l2shim.so java ...
 *
 * Opening $KIOSK_V4L2_NODE gives a memfd that holds the frame buffers, so that mmap, select and
 * poll work on it unchanged; ioctl is answered here. Frames are MJPG of the size that is written in
 * $KIOSK_V4L2_DIR/size (1280x720 without), at most 15 a second, each the newest
 * $KIOSK_V4L2_DIR/frame.jpg, which the camera emulator replaces by renaming; none is given twice.
 * A file `unplug` in that folder makes the device disappear (ENODEV); a file `stall` makes frames
 * stop coming: each VIDIOC_DQBUF then waits one second and says EAGAIN, as a blocked camera does.
 *
 * API: https://docs.kernel.org/userspace-api/media/v4l/v4l2.html
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/videodev2.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FRAMES_A_SECOND 15
#define MAX_BUFFERS 8
#define BUFFER_SIZE (2 * 1024 * 1024)
#define FRAME_NANOS (1000000000L / FRAMES_A_SECOND)
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic int camera_fd = -1; /* read without the lock: every ioctl and close passes by */
static struct {
  unsigned buffers;
  unsigned queue[MAX_BUFFERS]; /* indices in the order they were queued */
  unsigned queued;
  int streaming;
  unsigned sequence;
  struct timespec due; /* when the next frame is there */
  struct timespec shown; /* when the frame given last was written */
  ino_t shown_file;
  unsigned width, height;
} camera;

static int in_dir(const char *name, char *path) {
  const char *dir = getenv("KIOSK_V4L2_DIR");
  return dir && snprintf(path, PATH_MAX, "%s/%s", dir, name) < PATH_MAX;
}

static int marked(const char *name) {
  char path[PATH_MAX];
  return in_dir(name, path) && access(path, F_OK) == 0;
}

static int fail(int error) {
  errno = error;
  return -1;
}

static int is_node(const char *path) {
  const char *node = getenv("KIOSK_V4L2_NODE");
  return path && node && strcmp(path, node) == 0;
}

static void read_size(void) {
  char path[PATH_MAX];
  FILE *file = in_dir("size", path) ? fopen(path, "re") : NULL;
  if (!file || fscanf(file, "%ux%u", &camera.width, &camera.height) != 2) {
    camera.width = 1280;
    camera.height = 720;
  }
  if (file) fclose(file);
}

static int open_camera(void) {
  char frame[PATH_MAX];
  if (marked("unplug") || !in_dir("frame.jpg", frame) || access(frame, R_OK) != 0)
    return fail(ENODEV);
  pthread_mutex_lock(&lock);
  int fd = -1;
  if (camera_fd >= 0) {
    errno = EBUSY;
  } else if ((fd = memfd_create("v4l2shim", MFD_CLOEXEC)) >= 0) {
    memset(&camera, 0, sizeof camera);
    read_size();
    camera_fd = fd;
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

static void describe_format(struct v4l2_format *format) {
  struct v4l2_pix_format *pix = &format->fmt.pix;
  memset(pix, 0, sizeof *pix);
  pix->width = camera.width;
  pix->height = camera.height;
  pix->pixelformat = V4L2_PIX_FMT_MJPEG;
  pix->field = V4L2_FIELD_NONE;
  pix->sizeimage = BUFFER_SIZE;
  pix->colorspace = V4L2_COLORSPACE_JPEG;
}

static int request_buffers(struct v4l2_requestbuffers *request) {
  if (request->memory != V4L2_MEMORY_MMAP) return fail(EINVAL);
  if (request->count > MAX_BUFFERS) request->count = MAX_BUFFERS;
  camera.buffers = request->count;
  camera.queued = 0;
  return ftruncate(camera_fd, (off_t)request->count * BUFFER_SIZE);
}

static int query_buffer(struct v4l2_buffer *buffer) {
  if (buffer->index >= camera.buffers) return fail(EINVAL);
  buffer->length = BUFFER_SIZE;
  buffer->m.offset = buffer->index * BUFFER_SIZE;
  buffer->memory = V4L2_MEMORY_MMAP;
  return 0;
}

static int queue_buffer(const struct v4l2_buffer *buffer) {
  if (buffer->index >= camera.buffers || camera.queued == MAX_BUFFERS) return fail(EINVAL);
  camera.queue[camera.queued++] = buffer->index;
  return 0;
}

/* Puts the newest picture into a buffer; 0 bytes when there is none. */
static ssize_t load_frame(unsigned index) {
  char path[PATH_MAX];
  static unsigned char picture[BUFFER_SIZE];
  int file = in_dir("frame.jpg", path) ? REAL(open)(path, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return 0;
  ssize_t size = read(file, picture, sizeof picture);
  REAL(close)(file);
  return size <= 0 ? 0 : pwrite(camera_fd, picture, size, (off_t)index * BUFFER_SIZE);
}

/* Waits without the lock until the frame is due: one frame time after the one before. */
static void await_frame(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  camera.due.tv_nsec += FRAME_NANOS;
  if (camera.due.tv_nsec >= 1000000000L) {
    camera.due.tv_sec++;
    camera.due.tv_nsec -= 1000000000L;
  }
  if (now.tv_sec > camera.due.tv_sec ||
      (now.tv_sec == camera.due.tv_sec && now.tv_nsec > camera.due.tv_nsec))
    camera.due = now; /* the reader is slow: frames are dropped, not saved up */
  struct timespec due = camera.due;
  pthread_mutex_unlock(&lock);
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
  pthread_mutex_lock(&lock);
}

/* Waits, five seconds at most, until the emulator has written a frame that was not given yet. */
static int await_new_file(void) {
  char path[PATH_MAX];
  struct stat now;
  for (int tries = 0; tries < 1000; tries++) {
    if (!in_dir("frame.jpg", path) || stat(path, &now) != 0 || marked("unplug"))
      return fail(ENODEV);
    if (now.st_ino != camera.shown_file || now.st_mtim.tv_sec != camera.shown.tv_sec ||
        now.st_mtim.tv_nsec != camera.shown.tv_nsec) {
      camera.shown_file = now.st_ino;
      camera.shown = now.st_mtim;
      return 0;
    }
    pthread_mutex_unlock(&lock);
    nanosleep(&(struct timespec){0, 5000000}, NULL);
    pthread_mutex_lock(&lock);
  }
  return fail(EAGAIN);
}

static int dequeue_buffer(struct v4l2_buffer *buffer) {
  if (!camera.streaming || camera.queued == 0) return fail(EINVAL);
  if (marked("stall")) {
    pthread_mutex_unlock(&lock);
    sleep(1);
    pthread_mutex_lock(&lock);
    return fail(EAGAIN);
  }
  await_frame();
  if (await_new_file() != 0) return -1;
  if (!camera.streaming || camera.queued == 0) return fail(EINVAL);
  unsigned index = camera.queue[0];
  ssize_t size = load_frame(index);
  if (size <= 0) return fail(ENODEV);
  memmove(camera.queue, camera.queue + 1, --camera.queued * sizeof camera.queue[0]);
  buffer->index = index;
  buffer->bytesused = size;
  buffer->sequence = camera.sequence++;
  buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
  buffer->timestamp.tv_sec = camera.due.tv_sec;
  buffer->timestamp.tv_usec = camera.due.tv_nsec / 1000;
  return query_buffer(buffer);
}

static int stream(int on) {
  camera.streaming = on;
  if (!on) camera.queued = 0;
  return clock_gettime(CLOCK_MONOTONIC, &camera.due);
}

static int describe_camera(struct v4l2_capability *cap) {
  memset(cap, 0, sizeof *cap);
  strcpy((char *)cap->driver, "v4l2shim");
  strcpy((char *)cap->card, "Kiosk camera emulator");
  strcpy((char *)cap->bus_info, "platform:v4l2shim");
  cap->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
  cap->capabilities = cap->device_caps | V4L2_CAP_DEVICE_CAPS;
  return 0;
}

static int first_only(unsigned index) { return index == 0 ? 0 : fail(EINVAL); }

static int answer(unsigned long request, void *arg) {
  switch (request) {
    case VIDIOC_QUERYCAP: return describe_camera(arg);
    case VIDIOC_ENUMINPUT:
      strcpy((char *)((struct v4l2_input *)arg)->name, "camera");
      ((struct v4l2_input *)arg)->type = V4L2_INPUT_TYPE_CAMERA;
      return first_only(((struct v4l2_input *)arg)->index);
    case VIDIOC_G_INPUT: *(int *)arg = 0; return 0;
    case VIDIOC_S_INPUT: return first_only(*(unsigned *)arg);
    case VIDIOC_ENUM_FMT:
      ((struct v4l2_fmtdesc *)arg)->pixelformat = V4L2_PIX_FMT_MJPEG;
      ((struct v4l2_fmtdesc *)arg)->flags = V4L2_FMT_FLAG_COMPRESSED;
      return first_only(((struct v4l2_fmtdesc *)arg)->index);
    case VIDIOC_G_FMT:
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT: describe_format(arg); return 0;
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: {
      struct v4l2_captureparm *parm = &((struct v4l2_streamparm *)arg)->parm.capture;
      parm->capability = V4L2_CAP_TIMEPERFRAME;
      parm->timeperframe = (struct v4l2_fract){1, FRAMES_A_SECOND};
      return 0;
    }
    case VIDIOC_REQBUFS: return request_buffers(arg);
    case VIDIOC_QUERYBUF: return query_buffer(arg);
    case VIDIOC_QBUF: return queue_buffer(arg);
    case VIDIOC_DQBUF: return dequeue_buffer(arg);
    case VIDIOC_STREAMON: return stream(1);
    case VIDIOC_STREAMOFF: return stream(0);
    default: return fail(request == VIDIOC_QUERYCTRL || request == VIDIOC_G_CTRL ? EINVAL : ENOTTY);
  }
}

int ioctl(int fd, unsigned long request, ...) {
  va_list more;
  va_start(more, request);
  void *arg = va_arg(more, void *);
  va_end(more);
  if (fd < 0 || fd != camera_fd) return REAL(ioctl)(fd, request, arg);
  if (marked("unplug")) return fail(ENODEV);
  pthread_mutex_lock(&lock);
  int result = fd == camera_fd ? answer(request, arg) : fail(EBADF);
  pthread_mutex_unlock(&lock);
  return result;
}

int close(int fd) {
  if (fd >= 0 && fd == camera_fd) {
    pthread_mutex_lock(&lock);
    camera_fd = -1;
    pthread_mutex_unlock(&lock);
  }
  return REAL(close)(fd);
}

/* The mode is only there when a file may be created. */
#define TAKE_MODE(mode, flags)                                        \
  int mode = 0;                                                       \
  if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {        \
    va_list more;                                                     \
    va_start(more, flags);                                            \
    mode = va_arg(more, int);                                         \
    va_end(more);                                                     \
  }

int open(const char *path, int flags, ...) {
  TAKE_MODE(mode, flags)
  return is_node(path) ? open_camera() : REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  TAKE_MODE(mode, flags)
  return is_node(path) ? open_camera() : REAL(open64)(path, flags, mode);
}

int openat(int dir, const char *path, int flags, ...) {
  TAKE_MODE(mode, flags)
  return is_node(path) ? open_camera() : REAL(openat)(dir, path, flags, mode);
}
