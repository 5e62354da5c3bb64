package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Objects;

/** Opens the reader, asks the module how it is and who it is. */
public final class IdCardReaderCheck implements HealthCheck {
  private final SdtIdCardReader reader;

  public IdCardReaderCheck(SdtIdCardReader reader) {
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  @Override
  public String name() {
    return SdtIdCardReader.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      // At most four commands, each sent at most twice.
      String id = reader.inspect(timeout.dividedBy(8));
      return Finding.ok(name(), "the reader answers, its security module is " + id);
    } catch (DeviceException e) {
      if (e.fault() == FaultCode.BUSY) {
        return Finding.ok(name(), "the reader is in use");
      }
      return new Finding(
          name(), Level.FAIL, e.getMessage(), e.fault().actor(), ReaderAdvice.of(e.fault()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(name(), Level.WARN, "not checked, interrupted", Actor.NOBODY, "try again");
    }
  }
}
