/* A smart key behind the interface of GM/T 0016: device "TestKey", application "KIOSK", container
 * "kiosk". Handles are the addresses of the names below. */
#include "core.h"

#include <string.h>

typedef unsigned int ULONG;
typedef int BOOL;
typedef unsigned char BYTE;
typedef void *HANDLE;
typedef struct { ULONG BitLen; BYTE X[64]; BYTE Y[64]; } PUBLIC_BLOB;
typedef struct { BYTE r[64]; BYTE s[64]; } SIGNATURE_BLOB;
typedef struct { BYTE X[64]; BYTE Y[64]; BYTE hash[32]; ULONG length; BYTE text[1]; } CIPHER_BLOB;

enum {
  OK = 0, FAIL = 0x0A000001, HANDLE_INVALID = 0x0A000005, INDATA = 0x0A000011,
  SMALL = 0x0A000020, REMOVED = 0x0A000023, PIN_INCORRECT = 0x0A000024, PIN_LOCKED = 0x0A000025,
  NOT_LOGGED_IN = 0x0A00002D, NO_APPLICATION = 0x0A00002E, NO_CONTAINER = 0x0A00001B,
  NO_CERTIFICATE = 0x0A00001C
};

static char device[] = "TestKey", application[] = "KIOSK", container[] = "kiosk";
static int logged_in;

static ULONG trouble(void) {
  unsigned int code = 0;
  switch (core_fault(&code)) {
    case CORE_PULLED: logged_in = 0; return REMOVED;
    case CORE_ERROR: return code;
    default: return OK;
  }
}

#define STOP_IF_TROUBLE ULONG trouble_code = trouble(); if (trouble_code != OK) return trouble_code

ULONG SKF_EnumDev(BOOL present, char *names, ULONG *size) {
  unsigned int code;
  ULONG need = core_fault(&code) == CORE_PULLED ? 1 : sizeof device + 1;
  (void) present;
  if (names == NULL) { *size = need; return OK; }
  if (*size < need) return SMALL;
  memset(names, 0, need);
  if (need > 1) memcpy(names, device, sizeof device);
  *size = need;
  return OK;
}

ULONG SKF_ConnectDev(char *name, HANDLE *handle) {
  STOP_IF_TROUBLE;
  if (strcmp(name, device) != 0) return REMOVED;
  *handle = device;
  return OK;
}

ULONG SKF_DisConnectDev(HANDLE handle) { logged_in = 0; return handle == device ? OK : HANDLE_INVALID; }

ULONG SKF_OpenApplication(HANDLE handle, char *name, HANDLE *opened) {
  STOP_IF_TROUBLE;
  if (handle != device) return HANDLE_INVALID;
  if (strcmp(name, application) != 0) return NO_APPLICATION;
  *opened = application;
  return OK;
}

ULONG SKF_CloseApplication(HANDLE handle) { return handle == application ? OK : HANDLE_INVALID; }

ULONG SKF_OpenContainer(HANDLE handle, char *name, HANDLE *opened) {
  STOP_IF_TROUBLE;
  if (handle != application) return HANDLE_INVALID;
  if (strcmp(name, container) != 0 || core_exists("no-container")) return NO_CONTAINER;
  *opened = container;
  return OK;
}

ULONG SKF_CloseContainer(HANDLE handle) { return handle == container ? OK : HANDLE_INVALID; }

ULONG SKF_GetPINInfo(HANDLE handle, ULONG type, ULONG *most, ULONG *left, BOOL *standard) {
  STOP_IF_TROUBLE;
  if (handle != application || type != 1) return HANDLE_INVALID;
  *most = CORE_TRIES;
  *left = (ULONG) core_tries();
  *standard = 0;
  return OK;
}

ULONG SKF_VerifyPIN(HANDLE handle, ULONG type, char *pin, ULONG *left) {
  STOP_IF_TROUBLE;
  if (handle != application || type != 1) return HANDLE_INVALID;
  ULONG odd = (ULONG) core_login_error();
  if (odd != OK) return odd;
  enum core_pin found = core_pin((unsigned char *) pin, strlen(pin));
  *left = (ULONG) core_tries();
  logged_in = found == CORE_PIN_RIGHT;
  return logged_in ? OK : found == CORE_PIN_LOCKED ? PIN_LOCKED : PIN_INCORRECT;
}

ULONG SKF_ExportCertificate(HANDLE handle, BOOL sign, BYTE *into, ULONG *length) {
  unsigned char der[4096];
  size_t size = sizeof der;
  STOP_IF_TROUBLE;
  if (handle != container) return HANDLE_INVALID;
  if (!core_read(sign ? "sign.der" : "enc.der", der, &size)) return NO_CERTIFICATE;
  if (into != NULL && *length < size) return SMALL;
  if (into != NULL) memcpy(into, der, size);
  *length = (ULONG) size;
  return OK;
}

ULONG SKF_ExportPublicKey(HANDLE handle, BOOL sign, BYTE *into, ULONG *length) {
  PUBLIC_BLOB *blob = (PUBLIC_BLOB *) into;
  STOP_IF_TROUBLE;
  if (handle != container) return HANDLE_INVALID;
  if (*length < sizeof *blob) return SMALL;
  memset(blob, 0, sizeof *blob);
  blob->BitLen = 256;
  *length = sizeof *blob;
  return core_public(!sign, blob->X + 32, blob->Y + 32) ? OK : NO_CONTAINER;
}

ULONG SKF_ECCSignData(HANDLE handle, BYTE *data, ULONG length, SIGNATURE_BLOB *into) {
  unsigned int code;
  STOP_IF_TROUBLE;
  if (handle != container || length != 32) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  memset(into, 0, sizeof *into);
  if (core_fault(&code) == CORE_GARBAGE) { memset(into, 0x5a, sizeof *into); return OK; }
  return core_sign(data, into->r + 32, into->s + 32) ? OK : FAIL;
}

ULONG SKF_ECCPrvKeyDecrypt(HANDLE handle, CIPHER_BLOB *cipher, BYTE *into, ULONG *length) {
  unsigned int code;
  size_t size = *length;
  STOP_IF_TROUBLE;
  if (handle != container) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  if (core_fault(&code) == CORE_GARBAGE) { *length = 0x7fffffff; return OK; }
  if (!core_open(cipher->X + 32, cipher->Y + 32, cipher->hash, cipher->text, cipher->length, into, &size))
    return INDATA;
  *length = (ULONG) size;
  return OK;
}

/* The other convention that is met: a flag says which key of the container. */
ULONG SKF_ECCDecrypt(HANDLE handle, BOOL sign, CIPHER_BLOB *cipher, BYTE *into, ULONG *length) {
  return sign ? FAIL : SKF_ECCPrvKeyDecrypt(handle, cipher, into, length);
}

ULONG SKF_CreateContainer(HANDLE handle, char *name, HANDLE *opened) {
  STOP_IF_TROUBLE;
  if (handle != application) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  if (strcmp(name, container) != 0 || !core_remove("no-container")) return FAIL;
  *opened = container;
  return OK;
}

ULONG SKF_GenECCKeyPair(HANDLE handle, ULONG algorithm, PUBLIC_BLOB *into) {
  STOP_IF_TROUBLE;
  if (handle != container || algorithm != 0x00020200) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  if (!core_generate(0)) return FAIL;
  memset(into, 0, sizeof *into);
  into->BitLen = 256;
  return core_public(0, into->X + 32, into->Y + 32) ? OK : FAIL;
}

typedef struct {
  ULONG version, algorithm, bits;
  BYTE secret[64];
  PUBLIC_BLOB public_key;
  CIPHER_BLOB cipher;
} ENVELOPED_BLOB;

ULONG SKF_ImportECCKeyPair(HANDLE handle, ENVELOPED_BLOB *blob) {
  STOP_IF_TROUBLE;
  if (handle != container) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  if (blob->version != 1 || blob->algorithm != 0x401 || blob->bits != 256) return INDATA;
  return core_import(blob->cipher.X + 32, blob->cipher.Y + 32, blob->cipher.hash, blob->cipher.text,
                     blob->cipher.length, blob->secret + 32, blob->public_key.X + 32,
                     blob->public_key.Y + 32) ? OK : INDATA;
}

ULONG SKF_ImportCertificate(HANDLE handle, BOOL sign, BYTE *der, ULONG length) {
  STOP_IF_TROUBLE;
  if (handle != container) return HANDLE_INVALID;
  if (!logged_in) return NOT_LOGGED_IN;
  return core_write(sign ? "sign.der" : "enc.der", der, length) ? OK : FAIL;
}
