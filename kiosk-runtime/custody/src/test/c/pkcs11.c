/* A token behind the C interface of PKCS #11 v2.40 with SM2 by vendor's mechanisms. One slot, token
 * label "TestToken"; objects labelled "kiosk" (signing) and "kiosk-enc". */
#include "core.h"

#include <string.h>

typedef unsigned long ULONG;
typedef ULONG RV;
typedef struct { ULONG type; void *value; ULONG length; } ATTRIBUTE;
typedef struct { ULONG mechanism; void *parameter; ULONG length; } MECHANISM;

enum { SLOT = 7, SESSION = 11, SIGN_KEY = 101, SIGN_CERTIFICATE = 102, ENC_KEY = 103, ENC_CERTIFICATE = 104,
       SIGN_PUBLIC = 105, ENC_PUBLIC = 106 };
#define SIGN_DIGEST 0x80008100UL
#define DECRYPT 0x80008200UL
#define GENERATE 0x80008001UL
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
  if (class == 3 && logged_in && signing && core_exists("sign.key")) results[found++] = SIGN_KEY;
  if (class == 3 && logged_in && encryption && core_exists("enc.key")) results[found++] = ENC_KEY;
  if (class == 2 && signing && core_exists("sign.key")) results[found++] = SIGN_PUBLIC;
  if (class == 2 && encryption && core_exists("enc.key")) results[found++] = ENC_PUBLIC;
  if (class == 1 && signing && core_exists("sign.der")) results[found++] = SIGN_CERTIFICATE;
  if (class == 1 && encryption && core_exists("enc.der")) results[found++] = ENC_CERTIFICATE;
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
  if (count == 1 && wanted->type == 0x181 && (object == SIGN_PUBLIC || object == ENC_PUBLIC)) {
    unsigned char point[67] = {4, 65, 4};
    if (!core_public(object == ENC_PUBLIC, point + 3, point + 35)) return FUNCTION_FAILED;
    if (wanted->length < sizeof point) return SMALL;
    memcpy(wanted->value, point, sizeof point);
    wanted->length = sizeof point;
    return OK;
  }
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

static const ATTRIBUTE *attribute(const ATTRIBUTE *list, ULONG count, ULONG type) {
  ULONG i;
  for (i = 0; i < count; i++) if (list[i].type == type) return &list[i];
  return NULL;
}

static int yes(const ATTRIBUTE *list, ULONG count, ULONG type) {
  const ATTRIBUTE *found_one = attribute(list, count, type);
  return found_one != NULL && found_one->length == 1 && *(unsigned char *) found_one->value == 1;
}

static RV generate_pair(ULONG session, MECHANISM *mechanism, ATTRIBUTE *open, ULONG open_count,
                        ATTRIBUTE *hidden, ULONG hidden_count, ULONG *public_key, ULONG *private_key) {
  const ATTRIBUTE *name = attribute(hidden, hidden_count, 3), *curve = attribute(open, open_count, 0x180);
  int encryption;
  STOP_IF_TROUBLE;
  (void) session;
  if (!logged_in) return NOT_LOGGED_IN;
  if (mechanism->mechanism != GENERATE) return MECHANISM_INVALID;
  if (name == NULL || curve == NULL || curve->length != 10 || !yes(hidden, hidden_count, 0x103)
      || !yes(hidden, hidden_count, 2) || yes(hidden, hidden_count, 0x162)) return ATTRIBUTE_INVALID;
  encryption = labelled(name, "kiosk-enc");
  if (!encryption && !labelled(name, "kiosk")) return ATTRIBUTE_INVALID;
  if (!core_generate(encryption)) return FUNCTION_FAILED;
  *public_key = encryption ? ENC_PUBLIC : SIGN_PUBLIC;
  *private_key = encryption ? ENC_KEY : SIGN_KEY;
  return OK;
}

static RV create_object(ULONG session, ATTRIBUTE *list, ULONG count, ULONG *object) {
  const ATTRIBUTE *name = attribute(list, count, 3), *value = attribute(list, count, 0x11);
  int encryption;
  STOP_IF_TROUBLE;
  (void) session;
  if (!logged_in) return NOT_LOGGED_IN;
  if (name == NULL || value == NULL || attribute(list, count, 0x101) == NULL) return ATTRIBUTE_INVALID;
  encryption = labelled(name, "kiosk-enc");
  if (!core_write(encryption ? "enc.der" : "sign.der", value->value, value->length)) return FUNCTION_FAILED;
  *object = encryption ? ENC_CERTIFICATE : SIGN_CERTIFICATE;
  return OK;
}

static RV unsupported(void) { return 0x54UL; }

static struct { unsigned char version[2]; void *functions[68]; } list = {
  {2, 40},
  {initialize, finalize, unsupported, unsupported, slot_list, unsupported, token_info, unsupported,
   unsupported, unsupported, unsupported, unsupported, open_session, close_session, unsupported, unsupported,
   unsupported, unsupported, login, unsupported, create_object, unsupported, unsupported, unsupported,
   attribute_value, unsupported, find_init, find, find_final, unsupported, unsupported, unsupported,
   unsupported, decrypt_init, decrypt, unsupported, unsupported, unsupported, unsupported, unsupported,
   unsupported, unsupported, sign_init, sign, unsupported,
   unsupported, unsupported, unsupported, unsupported, unsupported, unsupported, unsupported, unsupported,
   unsupported, unsupported, unsupported, unsupported, unsupported, unsupported, generate_pair}
};

RV C_GetFunctionList(void **into) { *into = &list; return OK; }
