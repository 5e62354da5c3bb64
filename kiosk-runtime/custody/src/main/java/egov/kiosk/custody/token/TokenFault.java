package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.time.Duration;
import java.time.Instant;

/** The refusals of this room, each with what to do. */
public final class TokenFault {
  private TokenFault() {}

  /** No device. */
  public static CryptoException absent(String device, String seen) {
    return new CryptoException(
        CryptoFault.DEVICE_ABSENT,
        device + " is not there (" + seen + "); connect it, it is found again by itself");
  }

  /** The device answered with an error, or with nonsense. */
  public static CryptoException fault(String device, String seen) {
    return new CryptoException(
        CryptoFault.DEVICE_FAULT,
        device + ": " + seen + "; look at it with its vendor's tool, replace it if this stays");
  }

  /** The device has no such key, container or application. */
  public static CryptoException noKey(String device, String what) {
    return new CryptoException(
        CryptoFault.KEY_ABSENT,
        device + " has no " + what + "; correct the names of the component custody or enrol");
  }

  /** The device is locked. */
  public static CryptoException locked(String device) {
    return new CryptoException(
        CryptoFault.DEVICE_LOCKED,
        device + " is locked and takes no PIN any more; unlock it with its vendor's tool");
  }

  /** The device refused the PIN. */
  public static CryptoException pinRefused(String device, String seen) {
    return new CryptoException(
        CryptoFault.PIN_REFUSED,
        device + " refused the PIN (" + seen + "); write the right one into the PIN file");
  }

  static CryptoException withheld(String device, Instant refusedAt, String memory) {
    return new CryptoException(
        CryptoFault.PIN_WITHHELD,
        device
            + " refused this PIN on "
            + refusedAt
            + " and is not shown it again; write the right one into the PIN file (if it was right,"
            + " delete "
            + memory
            + " and restart)");
  }

  static CryptoException triesLow(String device, int left) {
    return new CryptoException(
        CryptoFault.PIN_WITHHELD,
        device
            + " bears only "
            + left
            + " more wrong PINs, so none is presented; give the right one with its vendor's tool,"
            + " which restores the count");
  }

  static CryptoException slow(String device, Duration limit) {
    return new CryptoException(
        CryptoFault.DEVICE_SLOW,
        device
            + " did not answer within "
            + limit.toMillis()
            + " ms; if this stays, pull it and connect it again");
  }
}
