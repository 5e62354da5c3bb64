/*
 * libusb's boundary over a socket: one device, 0400:c35a, serial A1, whose bulk packets go to the
 * emulated reader at the loopback port named in the file "port" beside this library. "pipes" holds
 * 4 or 2. Without the file the device is not plugged in.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { TIMEOUT = -7, GONE = -4, WRONG = -9 };

static int line = -1;
static int pipes = 4;
static unsigned char held[7];
static int held_count;
static unsigned char head[7];
static int head_count;
static int body_left;

static long setting(const char *name) {
  Dl_info info;
  char path[4096];
  long value = -1;
  if (dladdr((void *)setting, &info) == 0) return -1;
  snprintf(path, sizeof path, "%s", info.dli_fname);
  strcpy(strrchr(path, '/') + 1, name);
  FILE *file = fopen(path, "r");
  if (file == NULL) return -1;
  if (fscanf(file, "%ld", &value) != 1) value = -1;
  fclose(file);
  return value;
}

int libusb_init(void **context) { *context = held; return 0; }
void libusb_exit(void *context) { (void)context; }

long libusb_get_device_list(void *context, void ***list) {
  (void)context;
  *list = calloc(2, sizeof(void *));
  (*list)[0] = head;
  return setting("port") > 0 ? 1 : 0;
}

void libusb_free_device_list(void **list, int unref) { (void)unref; free(list); }

int libusb_get_device_descriptor(void *device, unsigned char *d) {
  (void)device;
  memset(d, 0, 18);
  d[8] = 0x00; d[9] = 0x04; d[10] = 0x5a; d[11] = 0xc3; d[16] = 3;
  return 0;
}

int libusb_open(void *device, void **handle) {
  (void)device;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)setting("port"))};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (line >= 0) return -6;
  line = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(line, (struct sockaddr *)&to, sizeof to) != 0) {
    close(line);
    line = -1;
    return GONE;
  }
  pipes = (int)setting("pipes");
  held_count = head_count = body_left = 0;
  *handle = &line;
  return 0;
}

void libusb_close(void *handle) { (void)handle; close(line); line = -1; }

int libusb_get_string_descriptor_ascii(void *h, unsigned char i, unsigned char *text, int length) {
  (void)h;
  if (i != 3 || length < 2) return WRONG;
  memcpy(text, "A1", 2);
  return 2;
}

int libusb_set_auto_detach_kernel_driver(void *h, int on) { (void)h; (void)on; return 0; }
int libusb_claim_interface(void *h, int n) { (void)h; return n == 0 ? 0 : -5; }
int libusb_release_interface(void *h, int n) { (void)h; (void)n; return 0; }

static int receive(unsigned char *data, int most, int *moved, unsigned timeout) {
  struct pollfd one = {.fd = line, .events = POLLIN};
  if (poll(&one, 1, (int)timeout) == 0) return TIMEOUT;
  ssize_t count = recv(line, data, (size_t)most, 0);
  if (count <= 0) return GONE;
  *moved = (int)count;
  return 0;
}

int libusb_bulk_transfer(void *h, unsigned char endpoint, unsigned char *data, int length,
                         int *moved, unsigned timeout) {
  (void)h;
  *moved = 0;
  if (endpoint == 0x02 && pipes == 4) {
    if (length != 7) return WRONG;
    memcpy(held, data, 7);
    held_count = 7;
    *moved = 7;
    return 0;
  }
  if (endpoint == 0x02 || endpoint == 0x06) {
    if ((endpoint == 0x06) != (held_count == 7)) return WRONG;
    if (send(line, held, (size_t)held_count, MSG_NOSIGNAL) < 0) return GONE;
    held_count = 0;
    if (send(line, data, (size_t)length, MSG_NOSIGNAL) < 0) return GONE;
    *moved = length;
    return 0;
  }
  if (length % 64 != 0) return -8;
  if (pipes != 4) return endpoint == 0x81 ? receive(data, 64, moved, timeout) : WRONG;
  if (endpoint == 0x81) {
    if (body_left > 0) { usleep(timeout * 1000); return TIMEOUT; }
    int outcome = receive(data, 7 - head_count, moved, timeout);
    memcpy(head + head_count, data, (size_t)*moved);
    head_count += *moved;
    if (head_count == 7) { body_left = head[5] << 8 | head[6]; head_count = 0; }
    return outcome;
  }
  if (endpoint == 0x85) {
    if (body_left == 0) { usleep(timeout * 1000); return TIMEOUT; }
    int outcome = receive(data, body_left < 64 ? body_left : 64, moved, timeout);
    body_left -= *moved;
    return outcome;
  }
  return WRONG;
}
