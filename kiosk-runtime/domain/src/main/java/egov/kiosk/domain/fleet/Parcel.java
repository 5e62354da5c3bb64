package egov.kiosk.domain.fleet;

import java.util.Objects;

/**
 * A part of an exported queue whose signature holds (导出件). What is inside stays readable by the
 * platform alone. Immutable.
 */
public final class Parcel {
  private final String kioskId;
  private final byte[] header;
  private final byte[] envelope;

  /**
   * @param kioskId who signed it: the name in the certificate, which was checked
   * @param header what may be known without opening it; copied
   * @param envelope the encrypted rest; copied
   */
  public Parcel(String kioskId, byte[] header, byte[] envelope) {
    this.kioskId = Objects.requireNonNull(kioskId, "kioskId");
    this.header = header.clone();
    this.envelope = envelope.clone();
  }

  /** The kiosk that signed it. */
  public String kioskId() {
    return kioskId;
  }

  /** What may be known without opening it; a copy. */
  public byte[] header() {
    return header.clone();
  }

  /** The encrypted rest; a copy. */
  public byte[] envelope() {
    return envelope.clone();
  }

  @Override
  public String toString() {
    return "Parcel[" + kioskId + " " + envelope.length + " bytes]";
  }
}
