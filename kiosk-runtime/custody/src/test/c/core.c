#define _GNU_SOURCE
#include "core.h"

#include <dlfcn.h>
#include <openssl/asn1t.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
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

static int open_with(const char *name, const unsigned char *x, const unsigned char *y, const unsigned char *hash,
                     const unsigned char *text, size_t length, unsigned char *plain, size_t *plain_length) {
  CIPHER *cipher = CIPHER_new();
  unsigned char *der = NULL;
  EVP_PKEY *pair = key(name);
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

int core_open(const unsigned char *x, const unsigned char *y, const unsigned char *hash,
              const unsigned char *text, size_t length, unsigned char *plain, size_t *plain_length) {
  return open_with("enc.key", x, y, hash, text, length, plain, plain_length);
}

int core_exists(const char *name) {
  char path[4096];
  return access(place(name, path, sizeof path), F_OK) == 0;
}

int core_remove(const char *name) {
  char path[4096];
  return unlink(place(name, path, sizeof path)) == 0;
}

int core_write(const char *name, const unsigned char *from, size_t length) {
  char path[4096];
  FILE *file = fopen(place(name, path, sizeof path), "wb");
  int done = file != NULL && fwrite(from, 1, length, file) == length;
  if (file != NULL) fclose(file);
  return done;
}

static int keep(const char *name, EVP_PKEY *pair) {
  char path[4096];
  FILE *file = fopen(place(name, path, sizeof path), "w");
  int done = file != NULL && PEM_write_PrivateKey(file, pair, NULL, NULL, 0, NULL, NULL);
  if (file != NULL) fclose(file);
  return done;
}

int core_generate(int encryption) {
  const char *name = encryption ? "enc.key" : "sign.key";
  EVP_PKEY *pair = core_exists(name) ? NULL : EVP_PKEY_Q_keygen(NULL, NULL, "SM2");
  int done = pair != NULL && keep(name, pair);
  EVP_PKEY_free(pair);
  return done;
}

static EVP_PKEY *built(const unsigned char *secret, const unsigned char *x, const unsigned char *y) {
  unsigned char point[65] = {4};
  BIGNUM *number = BN_bin2bn(secret, CORE_BYTES, NULL);
  OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
  OSSL_PARAM *parameters = NULL;
  EVP_PKEY_CTX *work = EVP_PKEY_CTX_new_from_name(NULL, "SM2", NULL);
  EVP_PKEY *pair = NULL;
  memcpy(point + 1, x, CORE_BYTES);
  memcpy(point + 33, y, CORE_BYTES);
  if (OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0)
      && OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_PRIV_KEY, number)
      && OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point)
      && (parameters = OSSL_PARAM_BLD_to_param(build)) != NULL
      && EVP_PKEY_fromdata_init(work) > 0
      && EVP_PKEY_fromdata(work, &pair, EVP_PKEY_KEYPAIR, parameters) <= 0) pair = NULL;
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(build);
  EVP_PKEY_CTX_free(work);
  BN_clear_free(number);
  return pair;
}

int core_import(const unsigned char *x, const unsigned char *y, const unsigned char *hash,
                const unsigned char *text, size_t length, const unsigned char *secret,
                const unsigned char *public_x, const unsigned char *public_y) {
  unsigned char under[64], plain[CORE_BYTES + 16];
  size_t size = sizeof under;
  int written = 0;
  EVP_CIPHER_CTX *work = EVP_CIPHER_CTX_new();
  EVP_PKEY *pair = NULL;
  int done = open_with("sign.key", x, y, hash, text, length, under, &size) && size == 16
             && EVP_DecryptInit_ex(work, EVP_sm4_ecb(), NULL, under, NULL)
             && EVP_CIPHER_CTX_set_padding(work, 0)
             && EVP_DecryptUpdate(work, plain, &written, secret, CORE_BYTES) && written == CORE_BYTES
             && (pair = built(plain, public_x, public_y)) != NULL
             && keep("enc.key", pair);
  OPENSSL_cleanse(under, sizeof under);
  OPENSSL_cleanse(plain, sizeof plain);
  EVP_PKEY_free(pair);
  EVP_CIPHER_CTX_free(work);
  return done;
}
