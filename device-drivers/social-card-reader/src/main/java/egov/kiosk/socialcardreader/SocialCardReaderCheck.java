package egov.kiosk.socialcardreader;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Objects;

/** Asks the PC/SC service for the reader. */
public final class SocialCardReaderCheck implements HealthCheck {
  private final PcscSocialCardReader reader;

  public SocialCardReaderCheck(PcscSocialCardReader reader) {
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  @Override
  public String name() {
    return PcscSocialCardReader.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      return Finding.ok(name(), "PC/SC has the reader " + reader.readerName(timeout));
    } catch (DeviceException e) {
      if (e.fault() == FaultCode.BUSY) {
        return Finding.ok(name(), "the reader is in use");
      }
      return new Finding(
          name(),
          Level.FAIL,
          e.getMessage(),
          e.fault().actor(),
          SocialCardReaderAdvice.of(e.fault()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(name(), Level.WARN, "not checked, interrupted", Actor.NOBODY, "try again");
    }
  }
}
