package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.idcardreader.sdt.SdtCommand;
import egov.kiosk.idcardreader.sdt.SdtReply;
import egov.kiosk.idcardreader.sdt.SdtSession;
import egov.kiosk.idcardreader.sdt.SdtStatus;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.PluggedConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * An open port with a security module behind it that said it is well. Lives on the device's thread.
 */
final class ReaderConnection implements PluggedConnection {
  private static final int BITS_A_BYTE = 10;

  private final Link link;
  private final LinkAddress place;
  private final SdtSession session;
  private final String moduleId;

  /** Whether the card read last is still selected, as far as this side knows. */
  private boolean cardSelected;

  private ReaderConnection(Link link, LinkAddress place, SdtSession session, String moduleId) {
    this.link = link;
    this.place = place;
    this.session = session;
    this.moduleId = moduleId;
  }

  /** Greets the module at the end of a link; closes the link when that fails. */
  static ReaderConnection greet(Link link, LinkAddress place, ReaderSettings settings)
      throws DeviceException, LinkException, InterruptedException {
    boolean greeted = false;
    try {
      SdtSession session = new SdtSession(SdtIdCardReader.NAME, link, settings.timings());
      String id = new Greeting(session, settings).exchange();
      greeted = true;
      return new ReaderConnection(link, place, session, id);
    } finally {
      if (!greeted) {
        link.close();
      }
    }
  }

  /** Asks the module how it is. */
  void requireWell(Duration limit) throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(SdtCommand.STATUS, limit)) {
      require(reply.status());
    }
  }

  /**
   * Asks the module who it is.
   *
   * @throws DeviceException {@link FaultCode#NOT_THE_ACCEPTED_DEVICE} when it is no longer the one
   *     that was greeted: somebody put another one behind the same cable
   */
  String moduleId(Duration limit) throws DeviceException, LinkException, InterruptedException {
    String id = Greeting.moduleId(session, limit);
    if (!id.equals(moduleId)) {
      throw failure(
          FaultCode.NOT_THE_ACCEPTED_DEVICE,
          "its module was exchanged while it was in use; look at the reader and its cable");
    }
    return id;
  }

  SdtSession session() {
    return session;
  }

  /** What so many bytes take at the line's speed; zero where the line sets no pace. */
  Duration wireTime(long bytes) {
    return place instanceof LinkAddress.Serial serial
        ? Duration.ofNanos(bytes * BITS_A_BYTE * 1_000_000_000L / serial.baud())
        : Duration.ZERO;
  }

  boolean cardSelected() {
    return cardSelected;
  }

  void cardSelected(boolean yes) {
    cardSelected = yes;
  }

  /** An open port is only glanced at, so that a card stays selected. */
  @Override
  public void glance() throws LinkException, InterruptedException {
    session.glance();
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return Optional.of(new DeviceIdentity(DeviceIdentity.Kind.SAM_ID, moduleId));
  }

  /** Lets nothing pass but success. */
  static void require(SdtStatus status) throws DeviceException {
    Optional<FaultCode> fault = status.fault();
    if (fault.isPresent()) {
      throw failure(fault.get(), "the module says " + status + "; " + ReaderAdvice.of(fault.get()));
    }
  }

  static DeviceException failure(FaultCode fault, String message) {
    return new DeviceException(fault, SdtIdCardReader.NAME, message);
  }

  @Override
  public void close() {
    link.close();
  }
}
