package egov.kiosk.tls.builtin;

import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.national.NationalSecurity;
import egov.kiosk.tls.ordinary.OrdinarySecurity;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;

/** National and ordinary lines with keys in files, and what plug-ins on the class path offer. */
public final class StandardLines {
  private StandardLines() {}

  /**
   * Finds them.
   *
   * @param clock decides whether certificates are valid
   */
  public static LineSecurities of(InstantSource clock) {
    LineSecurities lines =
        new LineSecurities(
            List.of(NationalSecurity.ofFiles(clock, new SecureRandom()), new OrdinarySecurity()));
    ServiceLoader.load(LineSecurity.class, LineSecurity.class.getClassLoader()).forEach(lines::add);
    return lines;
  }
}
