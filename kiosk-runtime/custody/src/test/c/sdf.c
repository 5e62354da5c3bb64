/* A card behind the interface of GM/T 0018 with one key pair, at index 3. */
#include "core.h"

#include <string.h>

typedef struct { unsigned int bits; unsigned char x[64]; unsigned char y[64]; } PUBLIC_KEY;
typedef struct { unsigned char r[64]; unsigned char s[64]; } SIGNATURE;
typedef struct {
  unsigned char x[64]; unsigned char y[64]; unsigned char hash[32];
  unsigned int length; unsigned char text[1];
} CIPHER;

enum {
  OK = 0, COMMFAIL = 0x01000003, OPENSESSION = 0x01000006, PARDENY = 0x01000007,
  KEYNOTEXIST = 0x01000008, PKOPERR = 0x0100000B, PRKRERR = 0x01000018, INARG = 0x0100001D
};
enum { INDEX = 3, SM2_3 = 0x00020800 };

static char device[] = "device", session[] = "session";
static int granted;

static int trouble(void) {
  unsigned int code = 0;
  switch (core_fault(&code)) {
    case CORE_PULLED: granted = 0; return COMMFAIL;
    case CORE_ERROR: return (int) code;
    default: return OK;
  }
}

#define STOP_IF_TROUBLE int trouble_code = trouble(); if (trouble_code != OK) return trouble_code

int SDF_OpenDevice(void **handle) { STOP_IF_TROUBLE; *handle = device; return OK; }
int SDF_CloseDevice(void *handle) { return handle == device ? OK : INARG; }

int SDF_OpenSession(void *handle, void **opened) {
  STOP_IF_TROUBLE;
  if (handle != device) return OPENSESSION;
  *opened = session;
  return OK;
}

int SDF_CloseSession(void *handle) { granted = 0; return handle == session ? OK : INARG; }

int SDF_GetPrivateKeyAccessRight(void *handle, unsigned int index, unsigned char *pin, unsigned int length) {
  STOP_IF_TROUBLE;
  if (handle != session) return OPENSESSION;
  if (index != INDEX) return KEYNOTEXIST;
  int odd = (int) core_login_error();
  if (odd != OK) return odd;
  granted = core_pin(pin, length) == CORE_PIN_RIGHT;
  return granted ? OK : PRKRERR;
}

int SDF_ReleasePrivateKeyAccessRight(void *handle, unsigned int index) {
  granted = 0;
  return handle == session && index == INDEX ? OK : INARG;
}

static int export(void *handle, unsigned int index, int encryption, PUBLIC_KEY *into) {
  STOP_IF_TROUBLE;
  if (handle != session) return OPENSESSION;
  if (index != INDEX) return KEYNOTEXIST;
  memset(into, 0, sizeof *into);
  into->bits = 256;
  return core_public(encryption, into->x + 32, into->y + 32) ? OK : KEYNOTEXIST;
}

int SDF_ExportSignPublicKey_ECC(void *handle, unsigned int index, PUBLIC_KEY *into) {
  return export(handle, index, 0, into);
}

int SDF_ExportEncPublicKey_ECC(void *handle, unsigned int index, PUBLIC_KEY *into) {
  return export(handle, index, 1, into);
}

int SDF_InternalSign_ECC(void *handle, unsigned int index, unsigned char *data, unsigned int length, SIGNATURE *into) {
  unsigned int code;
  STOP_IF_TROUBLE;
  if (handle != session || length != 32) return INARG;
  if (index != INDEX) return KEYNOTEXIST;
  if (!granted) return PARDENY;
  memset(into, 0, sizeof *into);
  if (core_fault(&code) == CORE_GARBAGE) { memset(into, 0x5a, sizeof *into); return OK; }
  return core_sign(data, into->r + 32, into->s + 32) ? OK : PKOPERR;
}

int SDF_InternalDecrypt_ECC(void *handle, unsigned int index, unsigned int algorithm, CIPHER *cipher,
                            unsigned char *into, unsigned int *length) {
  unsigned int code;
  size_t size = *length;
  STOP_IF_TROUBLE;
  if (handle != session || algorithm != SM2_3) return INARG;
  if (index != INDEX) return KEYNOTEXIST;
  if (!granted) return PARDENY;
  if (core_fault(&code) == CORE_GARBAGE) { *length = 0x7fffffff; return OK; }
  if (!core_open(cipher->x + 32, cipher->y + 32, cipher->hash, cipher->text, cipher->length, into, &size))
    return PKOPERR;
  *length = (unsigned int) size;
  return OK;
}
