package egov.kiosk.custody.pkcs11;

import java.util.Arrays;

/** The codes (CK_RV) that are told apart: OASIS PKCS #11 v2.40, header pkcs11t.h. */
enum CkError {
  CKR_HOST_MEMORY(0x02),
  CKR_SLOT_ID_INVALID(0x03),
  CKR_GENERAL_ERROR(0x05),
  CKR_FUNCTION_FAILED(0x06),
  CKR_ARGUMENTS_BAD(0x07),
  CKR_DEVICE_ERROR(0x30),
  CKR_DEVICE_MEMORY(0x31),
  CKR_DEVICE_REMOVED(0x32),
  CKR_ENCRYPTED_DATA_INVALID(0x40),
  CKR_ENCRYPTED_DATA_LEN_RANGE(0x41),
  CKR_FUNCTION_NOT_SUPPORTED(0x54),
  CKR_KEY_HANDLE_INVALID(0x60),
  CKR_KEY_TYPE_INCONSISTENT(0x63),
  CKR_MECHANISM_INVALID(0x70),
  CKR_MECHANISM_PARAM_INVALID(0x71),
  CKR_OBJECT_HANDLE_INVALID(0x82),
  CKR_PIN_INCORRECT(0xA0),
  CKR_PIN_INVALID(0xA1),
  CKR_PIN_LEN_RANGE(0xA2),
  CKR_PIN_EXPIRED(0xA3),
  CKR_PIN_LOCKED(0xA4),
  CKR_SESSION_CLOSED(0xB0),
  CKR_SESSION_HANDLE_INVALID(0xB3),
  CKR_TOKEN_NOT_PRESENT(0xE0),
  CKR_TOKEN_NOT_RECOGNIZED(0xE1),
  CKR_USER_ALREADY_LOGGED_IN(0x100),
  CKR_USER_NOT_LOGGED_IN(0x101),
  CKR_USER_PIN_NOT_INITIALIZED(0x102),
  CKR_BUFFER_TOO_SMALL(0x150),
  CKR_CRYPTOKI_NOT_INITIALIZED(0x190),
  CKR_CRYPTOKI_ALREADY_INITIALIZED(0x191);

  static final long OK = 0;

  private final long code;

  CkError(long code) {
    this.code = code;
  }

  boolean is(long found) {
    return code == found;
  }

  /** Whether token or session is gone, so that everything is to be opened afresh. */
  static boolean gone(long code) {
    return CKR_SLOT_ID_INVALID.is(code)
        || CKR_DEVICE_REMOVED.is(code)
        || CKR_OBJECT_HANDLE_INVALID.is(code)
        || CKR_SESSION_CLOSED.is(code)
        || CKR_SESSION_HANDLE_INVALID.is(code)
        || CKR_TOKEN_NOT_PRESENT.is(code)
        || CKR_TOKEN_NOT_RECOGNIZED.is(code)
        || CKR_USER_NOT_LOGGED_IN.is(code)
        || CKR_CRYPTOKI_NOT_INITIALIZED.is(code);
  }

  /** Name and number, for a message; vendors have numbers of their own. */
  static String text(long code) {
    String number = String.format("0x%X", code);
    return Arrays.stream(values())
        .filter(error -> error.is(code))
        .findFirst()
        .map(error -> error.name() + ", " + number)
        .orElse("error " + number);
  }
}
