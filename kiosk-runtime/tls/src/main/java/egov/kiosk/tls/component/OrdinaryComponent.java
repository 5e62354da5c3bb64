package egov.kiosk.tls.component;

import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import egov.kiosk.tls.ordinary.OrdinarySecurity;
import java.io.IOException;
import java.net.Socket;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers ordinary lines; nothing to configure. */
@Component(service = LineSecurity.class)
public final class OrdinaryComponent implements LineSecurity {
  private final LineSecurity lines = new OrdinarySecurity();

  /** Nothing to open. */
  @Activate
  public OrdinaryComponent() {
    // The JDK has it all.
  }

  @Override
  public String name() {
    return lines.name();
  }

  @Override
  public SecuredLine secure(Socket connected, ServerName server, LineSettings settings)
      throws IOException {
    return lines.secure(connected, server, settings);
  }
}
