package egov.kiosk.custody.sdf;

import java.util.Arrays;

/**
 * The error codes of GM/T 0018-2012, annex A, from memory of the published text. The spelling is
 * the standard's own.
 */
enum SdfError {
  SDR_UNKNOWERR(0x01000001),
  SDR_NOTSUPPORT(0x01000002),
  SDR_COMMFAIL(0x01000003),
  SDR_HARDFAIL(0x01000004),
  SDR_OPENDEVICE(0x01000005),
  SDR_OPENSESSION(0x01000006),
  SDR_PARDENY(0x01000007),
  SDR_KEYNOTEXIST(0x01000008),
  SDR_ALGNOTSUPPORT(0x01000009),
  SDR_ALGMODNOTSUPPORT(0x0100000A),
  SDR_PKOPERR(0x0100000B),
  SDR_SKOPERR(0x0100000C),
  SDR_SIGNERR(0x0100000D),
  SDR_VERIFYERR(0x0100000E),
  SDR_SYMOPERR(0x0100000F),
  SDR_STEPERR(0x01000010),
  SDR_FILESIZEERR(0x01000011),
  SDR_FILENOEXIST(0x01000012),
  SDR_FILEOFSERR(0x01000013),
  SDR_KEYTYPEERR(0x01000014),
  SDR_KEYERR(0x01000015),
  SDR_ENCDATAERR(0x01000016),
  SDR_RANDERR(0x01000017),
  SDR_PRKRERR(0x01000018),
  SDR_MACERR(0x01000019),
  SDR_FILEEXISTS(0x0100001A),
  SDR_FILEWERR(0x0100001B),
  SDR_NOBUFFER(0x0100001C),
  SDR_INARGERR(0x0100001D),
  SDR_OUTARGERR(0x0100001E);

  static final int SDR_OK = 0;

  private final int code;

  SdfError(int code) {
    this.code = code;
  }

  boolean is(int found) {
    return code == found;
  }

  /** Name and number, for a message; vendors have numbers of their own. */
  static String text(int code) {
    String number = String.format("0x%08X", code);
    return Arrays.stream(values())
        .filter(error -> error.is(code))
        .findFirst()
        .map(error -> error.name() + ", " + number)
        .orElse("error " + number + " of its vendor");
  }
}
