package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.idcardreader.sdt.ModuleId;
import egov.kiosk.idcardreader.sdt.SdtCommand;
import egov.kiosk.idcardreader.sdt.SdtReply;
import egov.kiosk.idcardreader.sdt.SdtSession;
import egov.kiosk.idcardreader.sdt.SdtStatus;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The self-test of a reader whose port is open: status, one reset when it is unwell (the first rung
 * of the ladder), RF bytes when configured, and its id against the list of allowed ones.
 */
final class Greeting {
  private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

  private final SdtSession session;
  private final ReaderSettings settings;
  private final Duration brief;

  Greeting(SdtSession session, ReaderSettings settings) {
    this.session = session;
    this.settings = settings;
    this.brief = settings.timings().brief();
  }

  /** Returns the module's id. */
  String exchange() throws DeviceException, LinkException, InterruptedException {
    SdtStatus status = brief(SdtCommand.STATUS);
    if (status != SdtStatus.OK) {
      LOG.warn("{}: the module says {}, it is reset once", SdtIdCardReader.NAME, status);
      brief(SdtCommand.RESET);
      ReaderConnection.require(brief(SdtCommand.STATUS));
    }
    if (settings.maxRfBytes() > 0) {
      SdtStatus taken = brief(SdtCommand.MAX_RF_BYTES, (byte) settings.maxRfBytes());
      if (taken != SdtStatus.OK) {
        LOG.warn("{}: max RF bytes refused with {}", SdtIdCardReader.NAME, taken);
      }
    }
    String id = moduleId(session, brief);
    if (!settings.allowedModules().isEmpty() && !settings.allowedModules().contains(id)) {
      throw ReaderConnection.failure(
          FaultCode.READER_NOT_AUTHORISED,
          "its module " + id + " is not among the allowed ones; put the right reader back");
    }
    return id;
  }

  static String moduleId(SdtSession session, Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(SdtCommand.MODULE_ID, limit)) {
      ReaderConnection.require(reply.status());
      return ModuleId.text(reply.part(0, 16));
    }
  }

  private SdtStatus brief(SdtCommand command, byte... data)
      throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(command, brief, data)) {
      return reply.status();
    }
  }
}
