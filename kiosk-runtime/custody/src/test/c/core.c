#define _GNU_SOURCE
#include "core.h"

#include <dlfcn.h>
#include <openssl/asn1t.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *place(const char *name, char *path, size_t room) {
  Dl_info info;
  const char *end;
  dladdr((void *) core_fault, &info);
  end = strrchr(info.dli_fname, '/');
  snprintf(path, room, "%.*s/%s", (int) (end - info.dli_fname), info.dli_fname, name);
  return path;
}

int core_read(const char *name, unsigned char *into, size_t *length) {
  char path[4096];
  FILE *file = fopen(place(name, path, sizeof path), "rb");
  if (file == NULL) return 0;
  setvbuf(file, NULL, _IONBF, 0);
  *length = fread(into, 1, *length, file);
  fclose(file);
  return 1;
}

static void put(const char *name, const char *mode, const char *text) {
  char path[4096];
  FILE *file = fopen(place(name, path, sizeof path), mode);
  if (file == NULL) return;
  fputs(text, file);
  fclose(file);
}

enum core_fault core_fault(unsigned int *code) {
  char text[128] = {0};
  size_t length = sizeof text - 1;
  unsigned int millis;
  if (!core_read("fault", (unsigned char *) text, &length)) return CORE_WELL;
  if (strncmp(text, "pulled", 6) == 0) return CORE_PULLED;
  if (strncmp(text, "garbage", 7) == 0) return CORE_GARBAGE;
  if (sscanf(text, "error %x", code) == 1) return CORE_ERROR;
  if (sscanf(text, "slow %u", &millis) == 1) usleep(millis * 1000);
  return CORE_WELL;
}

int core_tries(void) {
  char text[16] = {0};
  size_t length = sizeof text - 1;
  return core_read("tries", (unsigned char *) text, &length) ? atoi(text) : CORE_TRIES;
}

enum core_pin core_pin(const unsigned char *pin, size_t length) {
  unsigned char right[64];
  size_t room = sizeof right;
  int tries = core_tries(), same;
  char text[16];
  put("presented", "a", "PIN\n");
  if (tries == 0) return CORE_PIN_LOCKED;
  same = core_read("pin", right, &room) && room == length && memcmp(right, pin, length) == 0;
  OPENSSL_cleanse(right, sizeof right);
  snprintf(text, sizeof text, "%d\n", same ? CORE_TRIES : tries - 1);
  put("tries", "w", text);
  return same ? CORE_PIN_RIGHT : CORE_PIN_WRONG;
}

unsigned int core_login_error(void) {
  char text[128] = {0};
  size_t length = sizeof text - 1;
  unsigned int code = 0;
  if (!core_read("fault", (unsigned char *) text, &length)) return 0;
  if (sscanf(text, "login %x", &code) == 1) put("presented", "a", "PIN\n");
  return code;
}

static EVP_PKEY *key(const char *name) {
  char path[4096];
  FILE *file = fopen(place(name, path, sizeof path), "r");
  EVP_PKEY *found = file == NULL ? NULL : PEM_read_PrivateKey(file, NULL, NULL, NULL);
  if (file != NULL) fclose(file);
  return found;
}

int core_sign(const unsigned char *digest, unsigned char *r, unsigned char *s) {
  EVP_PKEY *pair = key("sign.key");
  EVP_PKEY_CTX *work = EVP_PKEY_CTX_new(pair, NULL);
  unsigned char der[128];
  const unsigned char *at = der;
  size_t length = sizeof der;
  ECDSA_SIG *signature = NULL;
  int done = work != NULL && EVP_PKEY_sign_init(work) > 0
             && EVP_PKEY_sign(work, der, &length, digest, CORE_BYTES) > 0
             && (signature = d2i_ECDSA_SIG(NULL, &at, (long) length)) != NULL
             && BN_bn2binpad(ECDSA_SIG_get0_r(signature), r, CORE_BYTES) == CORE_BYTES
             && BN_bn2binpad(ECDSA_SIG_get0_s(signature), s, CORE_BYTES) == CORE_BYTES;
  ECDSA_SIG_free(signature);
  EVP_PKEY_CTX_free(work);
  EVP_PKEY_free(pair);
  return done;
}

int core_public(int encryption, unsigned char *x, unsigned char *y) {
  EVP_PKEY *pair = key(encryption ? "enc.key" : "sign.key");
  BIGNUM *bx = NULL, *by = NULL;
  int done = pair != NULL && EVP_PKEY_get_bn_param(pair, OSSL_PKEY_PARAM_EC_PUB_X, &bx)
             && EVP_PKEY_get_bn_param(pair, OSSL_PKEY_PARAM_EC_PUB_Y, &by)
             && BN_bn2binpad(bx, x, CORE_BYTES) == CORE_BYTES
             && BN_bn2binpad(by, y, CORE_BYTES) == CORE_BYTES;
  BN_free(bx);
  BN_free(by);
  EVP_PKEY_free(pair);
  return done;
}

/* SM2Cipher, the form OpenSSL decrypts. */
typedef struct {
  ASN1_INTEGER *x, *y;
  ASN1_OCTET_STRING *hash, *text;
} CIPHER;
DECLARE_ASN1_FUNCTIONS(CIPHER)
ASN1_SEQUENCE(CIPHER) = {
    ASN1_SIMPLE(CIPHER, x, ASN1_INTEGER), ASN1_SIMPLE(CIPHER, y, ASN1_INTEGER),
    ASN1_SIMPLE(CIPHER, hash, ASN1_OCTET_STRING), ASN1_SIMPLE(CIPHER, text, ASN1_OCTET_STRING)
} ASN1_SEQUENCE_END(CIPHER)
IMPLEMENT_ASN1_FUNCTIONS(CIPHER)

static void number(ASN1_INTEGER *into, const unsigned char *bytes) {
  BIGNUM *value = BN_bin2bn(bytes, CORE_BYTES, NULL);
  BN_to_ASN1_INTEGER(value, into);
  BN_free(value);
}

int core_open(const unsigned char *x, const unsigned char *y, const unsigned char *hash,
              const unsigned char *text, size_t length, unsigned char *plain, size_t *plain_length) {
  CIPHER *cipher = CIPHER_new();
  unsigned char *der = NULL;
  EVP_PKEY *pair = key("enc.key");
  EVP_PKEY_CTX *work = EVP_PKEY_CTX_new(pair, NULL);
  int size, done;
  number(cipher->x, x);
  number(cipher->y, y);
  ASN1_OCTET_STRING_set(cipher->hash, hash, CORE_BYTES);
  ASN1_OCTET_STRING_set(cipher->text, text, (int) length);
  size = i2d_CIPHER(cipher, &der);
  done = work != NULL && size > 0 && EVP_PKEY_decrypt_init(work) > 0
         && EVP_PKEY_decrypt(work, plain, plain_length, der, (size_t) size) > 0;
  EVP_PKEY_CTX_free(work);
  EVP_PKEY_free(pair);
  OPENSSL_free(der);
  CIPHER_free(cipher);
  return done;
}
