package egov.kiosk.tls.ordinary;

import egov.kiosk.tls.JsseLine;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Ordinary lines ({@code tls}): exactly TLS 1.3 (RFC 8446) with AES-GCM or ChaCha20-Poly1305, for
 * platforms without national algorithms. Without a trust file the JDK's authorities are believed;
 * without a certificate file none is shown.
 */
public final class OrdinarySecurity implements LineSecurity {
  private static final List<String> SUITES =
      List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256");

  @Override
  public String name() {
    return LineSettings.TLS;
  }

  @Override
  public SecuredLine secure(Socket connected, ServerName server, LineSettings settings)
      throws IOException {
    if (settings.revocationFile().isPresent()) {
      throw new LineException(
          LineFault.SETTINGS,
          "revocation lists are looked at on national lines only; take the setting out");
    }
    return JsseLine.secure(context(settings), connected, server, "TLSv1.3", SUITES);
  }

  private static SSLContext context(LineSettings settings) throws LineException {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys(settings), trust(settings), null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      LineException ours = LineException.behind(e);
      throw ours != null
          ? ours
          : new LineException(
              LineFault.OWN_UNFIT,
              "on this side a trust, certificate or key file cannot be read or used; put the right"
                  + " PEM files",
              e);
    }
  }

  private static TrustManager[] trust(LineSettings settings)
      throws IOException, GeneralSecurityException {
    if (settings.trustFile().isEmpty()) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(PemStores.authorities(settings.trustFile().get()));
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(LineSettings settings)
      throws IOException, GeneralSecurityException {
    if (settings.certificateFile().isEmpty() && settings.keyFile().isEmpty()) {
      return null;
    }
    if (settings.certificateFile().isEmpty() || settings.keyFile().isEmpty()) {
      throw new LineException(
          LineFault.SETTINGS, "a certificate file and a key file are set together, or neither");
    }
    KeyStore store = PemStores.identity(settings.certificateFile().get(), settings.keyFile().get());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PemStores.inMemory());
    return factory.getKeyManagers();
  }
}
