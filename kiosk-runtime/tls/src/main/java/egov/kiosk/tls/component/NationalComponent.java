package egov.kiosk.tls.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import egov.kiosk.tls.national.NationalSecurity;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers national lines, proven with the kiosk's own key unless settings name a file. */
@Component(service = LineSecurity.class)
public final class NationalComponent implements LineSecurity {
  private final LineSecurity lines;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile KioskKey custody;

  /** Takes the system's clock and generator. */
  @Activate
  public NationalComponent() {
    lines = new NationalSecurity(this::signing, Clock.systemUTC(), new SecureRandom());
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

  private SigningKey signing() throws CryptoException {
    KioskKey kiosk = custody;
    if (kiosk == null) {
      throw new CryptoException(
          CryptoFault.CUSTODY_ABSENT,
          "the kiosk's key is not there yet; see the finding certificate");
    }
    return kiosk.signing();
  }
}
