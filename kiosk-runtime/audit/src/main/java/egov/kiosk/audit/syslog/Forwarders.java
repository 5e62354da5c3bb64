package egov.kiosk.audit.syslog;

import egov.kiosk.audit.export.Syslog;
import egov.kiosk.tls.LineSecurities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Makes forwarders. */
public final class Forwarders {
  private Forwarders() {}

  /**
   * One for a log and a collector.
   *
   * @param ways to secure lines; asked at each connection, so that a plug-in may come later
   * @param nanos a clock that is never set back
   * @throws IOException when the position cannot be read
   */
  public static Forwarder of(
      Path directory, Collector collector, LineSecurities ways, Syslog syslog, LongSupplier nanos)
      throws IOException {
    return new Forwarder(
        directory,
        () -> new CollectorLine(collector, ways.named(collector.security().security()), syslog),
        collector.patience(),
        nanos);
  }
}
