/* A token behind the C interface of PKCS #11 v2.40 with SM2 by vendor's mechanisms. One slot, token
 * label "TestToken"; objects labelled "kiosk" (signing) and "kiosk-enc". */
#include "core.h"

#include <string.h>

typedef unsigned long ULONG;
typedef ULONG RV;
typedef struct { ULONG type; void *value; ULONG length; } ATTRIBUTE;
typedef struct { ULONG mechanism; void *parameter; ULONG length; } MECHANISM;

enum { SLOT = 7, SESSION = 11, SIGN_KEY = 101, SIGN_CERTIFICATE = 102, ENC_KEY = 103, ENC_CERTIFICATE = 104 };
#define SIGN_DIGEST 0x80008100UL
#define DECRYPT 0x80008200UL
#define OK 0UL
#define FUNCTION_FAILED 0x06UL
#define ATTRIBUTE_INVALID 0x12UL
#define DEVICE_REMOVED 0x32UL
#define ENCRYPTED_DATA_INVALID 0x40UL
#define MECHANISM_INVALID 0x70UL
#define PIN_INCORRECT 0xA0UL
#define PIN_LOCKED 0xA4UL
#define NOT_LOGGED_IN 0x101UL
#define SMALL 0x150UL

static int logged_in, results[2], found, next;

static RV trouble(void) {
  unsigned int code = 0;
  switch (core_fault(&code)) {
    case CORE_PULLED: logged_in = 0; return DEVICE_REMOVED;
    case CORE_ERROR: return code;
    default: return OK;
  }
}

#define STOP_IF_TROUBLE RV trouble_code = trouble(); if (trouble_code != OK) return trouble_code

static RV initialize(void *arguments) { (void) arguments; logged_in = 0; return OK; }
static RV finalize(void *reserved) { (void) reserved; logged_in = 0; return OK; }

static RV slot_list(unsigned char present, ULONG *slots, ULONG *count) {
  unsigned int code;
  ULONG there = core_fault(&code) == CORE_PULLED ? 0 : 1;
  (void) present;
  if (slots != NULL && *count < there) return SMALL;
  if (slots != NULL && there == 1) slots[0] = SLOT;
  *count = there;
  return OK;
}

static RV token_info(ULONG slot, unsigned char *info) {
  ULONG flags = 0x400 | 0x4 | 0x8;
  int tries = core_tries();
  STOP_IF_TROUBLE;
  (void) slot;
  memset(info, ' ', 96);
  memcpy(info, "TestToken", 9);
  if (tries < CORE_TRIES) flags |= 0x10000;
  if (tries == 1) flags |= 0x20000;
  if (tries == 0) flags |= 0x40000;
  memset(info + 96, 0, 208 - 96);
  memcpy(info + 96, &flags, sizeof flags);
  return OK;
}

static RV open_session(ULONG slot, ULONG flags, void *application, void *notify, ULONG *session) {
  STOP_IF_TROUBLE;
  (void) slot; (void) flags; (void) application; (void) notify;
  *session = SESSION;
  return OK;
}

static RV close_session(ULONG session) { (void) session; logged_in = 0; return OK; }

static RV login(ULONG session, ULONG user, unsigned char *pin, ULONG length) {
  STOP_IF_TROUBLE;
  (void) session; (void) user;
  RV odd = (RV) core_login_error();
  if (odd != OK) return odd;
  enum core_pin found_pin = core_pin(pin, length);
  logged_in = found_pin == CORE_PIN_RIGHT;
  return logged_in ? OK : found_pin == CORE_PIN_LOCKED ? PIN_LOCKED : PIN_INCORRECT;
}

static int labelled(const ATTRIBUTE *attribute, const char *label) {
  return attribute->length == strlen(label) && memcmp(attribute->value, label, attribute->length) == 0;
}

static RV find_init(ULONG session, ATTRIBUTE *wanted, ULONG count) {
  ULONG class = 0, i;
  int encryption = 0, signing = 0;
  STOP_IF_TROUBLE;
  (void) session;
  for (i = 0; i < count; i++) {
    if (wanted[i].type == 0) memcpy(&class, wanted[i].value, sizeof class);
    if (wanted[i].type == 3) { signing = labelled(&wanted[i], "kiosk"); encryption = labelled(&wanted[i], "kiosk-enc"); }
  }
  found = next = 0;
  if (class == 3 && logged_in && signing) results[found++] = SIGN_KEY;
  if (class == 3 && logged_in && encryption) results[found++] = ENC_KEY;
  if (class == 1 && signing) results[found++] = SIGN_CERTIFICATE;
  if (class == 1 && encryption) results[found++] = ENC_CERTIFICATE;
  return OK;
}

static RV find(ULONG session, ULONG *objects, ULONG most, ULONG *count) {
  (void) session;
  for (*count = 0; *count < most && next < found; (*count)++) objects[*count] = (ULONG) results[next++];
  return OK;
}

static RV find_final(ULONG session) { (void) session; return OK; }

static RV attribute_value(ULONG session, ULONG object, ATTRIBUTE *wanted, ULONG count) {
  unsigned char der[4096];
  size_t size = sizeof der;
  STOP_IF_TROUBLE;
  (void) session;
  if (count != 1 || wanted->type != 0x11) return ATTRIBUTE_INVALID;
  if (!core_read(object == SIGN_CERTIFICATE ? "sign.der" : "enc.der", der, &size)) return FUNCTION_FAILED;
  if (wanted->value != NULL && wanted->length < size) return SMALL;
  if (wanted->value != NULL) memcpy(wanted->value, der, size);
  wanted->length = size;
  return OK;
}

static RV sign_init(ULONG session, MECHANISM *mechanism, ULONG key) {
  STOP_IF_TROUBLE;
  (void) session;
  if (!logged_in) return NOT_LOGGED_IN;
  return mechanism->mechanism == SIGN_DIGEST && key == SIGN_KEY ? OK : MECHANISM_INVALID;
}

static RV sign(ULONG session, unsigned char *data, ULONG length, unsigned char *into, ULONG *into_length) {
  unsigned int code;
  (void) session;
  if (length != 32 || *into_length < 64) return SMALL;
  if (core_fault(&code) == CORE_GARBAGE) { *into_length = 0x7fffffff; return OK; }
  *into_length = 64;
  return core_sign(data, into, into + 32) ? OK : FUNCTION_FAILED;
}

static RV decrypt_init(ULONG session, MECHANISM *mechanism, ULONG key) {
  STOP_IF_TROUBLE;
  (void) session;
  if (!logged_in) return NOT_LOGGED_IN;
  return mechanism->mechanism == DECRYPT && key == ENC_KEY ? OK : MECHANISM_INVALID;
}

/* Takes 04 | x | y | C3 | C2. */
static RV decrypt(ULONG session, unsigned char *data, ULONG length, unsigned char *into, ULONG *into_length) {
  unsigned int code;
  size_t size = *into_length;
  (void) session;
  if (core_fault(&code) == CORE_GARBAGE) { *into_length = 0x7fffffff; return OK; }
  if (length < 98 || !core_open(data + 1, data + 33, data + 65, data + 97, length - 97, into, &size))
    return ENCRYPTED_DATA_INVALID;
  *into_length = size;
  return OK;
}

static RV unsupported(void) { return 0x54UL; }

static struct { unsigned char version[2]; void *functions[68]; } list = {
  {2, 40},
  {initialize, finalize, unsupported, unsupported, slot_list, unsupported, token_info, unsupported,
   unsupported, unsupported, unsupported, unsupported, open_session, close_session, unsupported, unsupported,
   unsupported, unsupported, login, unsupported, unsupported, unsupported, unsupported, unsupported,
   attribute_value, unsupported, find_init, find, find_final, unsupported, unsupported, unsupported,
   unsupported, decrypt_init, decrypt, unsupported, unsupported, unsupported, unsupported, unsupported,
   unsupported, unsupported, sign_init, sign}
};

RV C_GetFunctionList(void **into) { *into = &list; return OK; }
