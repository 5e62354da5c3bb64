package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.idcardreader.sdt.ModuleId;
import egov.kiosk.idcardreader.sdt.SdtCommand;
import egov.kiosk.idcardreader.sdt.SdtReply;
import egov.kiosk.idcardreader.sdt.SdtSession;
import egov.kiosk.idcardreader.sdt.SdtStatus;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open port with a security module behind it that said it is well. Lives on the device's thread.
 */
final class ReaderConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderConnection.class);
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(2);

  private final Link link;
  private final ReaderSettings settings;
  private final SdtSession session;

  /** Whether the card read last is still selected, as far as this side knows. */
  private boolean cardSelected;

  private ReaderConnection(Link link, ReaderSettings settings) {
    this.link = link;
    this.settings = settings;
    this.session = new SdtSession(SerialIdCardReader.NAME, link, settings.timings());
  }

  /**
   * Opens the port and greets the module: status, at most one reset when it is unwell, RF bytes
   * when configured, and its id against the list of allowed ones.
   */
  static ReaderConnection open(LinkOpener opener, ReaderSettings settings)
      throws DeviceException, LinkException, InterruptedException {
    ReaderConnection connection = new ReaderConnection(opener.open(OPEN_LIMIT), settings);
    boolean greeted = false;
    try {
      connection.greet();
      greeted = true;
      return connection;
    } finally {
      if (!greeted) {
        connection.close();
      }
    }
  }

  private void greet() throws DeviceException, LinkException, InterruptedException {
    SdtStatus status = brief(SdtCommand.STATUS);
    if (status != SdtStatus.OK) {
      LOG.warn("{}: the module says {}, it is reset once", SerialIdCardReader.NAME, status);
      brief(SdtCommand.RESET);
      require(brief(SdtCommand.STATUS));
    }
    if (settings.maxRfBytes() > 0) {
      SdtStatus taken = brief(SdtCommand.MAX_RF_BYTES, (byte) settings.maxRfBytes());
      if (taken != SdtStatus.OK) {
        LOG.warn("{}: max RF bytes refused with {}", SerialIdCardReader.NAME, taken);
      }
    }
    String id = moduleId(settings.timings().brief());
    if (!settings.allowedModules().isEmpty() && !settings.allowedModules().contains(id)) {
      throw failure(
          FaultCode.READER_NOT_AUTHORISED,
          "its module " + id + " is not among the allowed ones; put the right reader back");
    }
  }

  private SdtStatus brief(SdtCommand command, byte... data)
      throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(command, settings.timings().brief(), data)) {
      return reply.status();
    }
  }

  /** Asks the module how it is. */
  void requireWell(Duration limit) throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(SdtCommand.STATUS, limit)) {
      require(reply.status());
    }
  }

  String moduleId(Duration limit) throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(SdtCommand.MODULE_ID, limit)) {
      require(reply.status());
      return ModuleId.text(reply.part(0, 16));
    }
  }

  SdtSession session() {
    return session;
  }

  boolean cardSelected() {
    return cardSelected;
  }

  void cardSelected(boolean yes) {
    cardSelected = yes;
  }

  /** Lets nothing pass but success. */
  static void require(SdtStatus status) throws DeviceException {
    Optional<FaultCode> fault = status.fault();
    if (fault.isPresent()) {
      throw failure(fault.get(), "the module says " + status + "; " + ReaderAdvice.of(fault.get()));
    }
  }

  static DeviceException failure(FaultCode fault, String message) {
    return new DeviceException(fault, SerialIdCardReader.NAME, message);
  }

  @Override
  public void close() {
    link.close();
  }
}
