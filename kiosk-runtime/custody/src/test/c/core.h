/* What the three test devices have in common. State lives in files beside the library itself:
 *   pin, tries           the PIN, and how many wrong ones are still allowed
 *   presented            one line for each PIN that was presented
 *   sign.key, enc.key    PKCS#8 in PEM; sign.der, enc.der their certificates
 *   fault                one of: pulled | slow MILLISECONDS | garbage | error HEX | login HEX
 */
#ifndef CORE_H
#define CORE_H
#include <stddef.h>

#define CORE_TRIES 6
#define CORE_BYTES 32

enum core_fault { CORE_WELL, CORE_PULLED, CORE_GARBAGE, CORE_ERROR };
enum core_pin { CORE_PIN_RIGHT, CORE_PIN_WRONG, CORE_PIN_LOCKED };

/* Waits when the device is slow, then says what is wrong with it. */
enum core_fault core_fault(unsigned int *code);
/* An error that a login ends with although a PIN was presented; 0 when there is none. */
unsigned int core_login_error(void);
enum core_pin core_pin(const unsigned char *pin, size_t length);
int core_tries(void);
/* All return 1 when done. Numbers have 32 bytes, big-endian. */
int core_sign(const unsigned char *digest, unsigned char *r, unsigned char *s);
int core_open(const unsigned char *x, const unsigned char *y, const unsigned char *hash,
              const unsigned char *text, size_t length, unsigned char *plain, size_t *plain_length);
int core_public(int encryption, unsigned char *x, unsigned char *y);
/* Makes a pair, written as sign.key or enc.key; 0 when there is one already or it cannot be done. */
int core_generate(int encryption);
/* Puts in the encryption key: SM4 key under the signing key, private key under that (SM4-ECB). */
int core_import(const unsigned char *x, const unsigned char *y, const unsigned char *hash,
                const unsigned char *text, size_t length, const unsigned char *secret,
                const unsigned char *public_x, const unsigned char *public_y);
/* Writes a file whole. */
int core_write(const char *name, const unsigned char *from, size_t length);
int core_exists(const char *name);
int core_remove(const char *name);
/* Reads a file; length is the room before and the size after. */
int core_read(const char *name, unsigned char *into, size_t *length);
#endif
