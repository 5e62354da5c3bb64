package egov.kiosk.tls;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Map;

/** JSSE's exceptions turned into our words: by type where it has one, else by its own phrases. */
final class JsseVerdicts {
  private static final String RECEIVED = "received fatal alert: ";
  private static final Map<String, String> ABOUT_US =
      Map.of(
          "certificate_required", "it wants a certificate and got none",
          "bad_certificate", "it refuses our certificate, or got none",
          "unknown_ca", "it does not know who issued our certificate",
          "certificate_expired", "it says that our certificate has ended",
          "certificate_revoked", "it says that our certificate was revoked",
          "certificate_unknown", "it refuses our certificate",
          "unsupported_certificate", "it says that our certificate is not for this",
          "access_denied", "it refuses our certificate",
          "decrypt_error", "it refuses our proof of the certificate's key");

  private JsseVerdicts() {}

  static LineException of(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      LineException verdict = byType(cause, failure);
      if (verdict != null) {
        return verdict;
      }
    }
    return byPhrase(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT), failure);
  }

  private static LineException byType(Throwable cause, IOException failure) {
    if (cause instanceof LineException ours) {
      return ours;
    }
    if (cause instanceof CertificateExpiredException) {
      return new LineException(
          LineFault.EXPIRED,
          "its certificate has ended by this machine's clock; check the clock, then have it renewed",
          failure);
    }
    if (cause instanceof CertificateNotYetValidException) {
      return new LineException(
          LineFault.NOT_YET_VALID,
          "its certificate has not begun by this machine's clock; check the clock",
          failure);
    }
    boolean last = cause.getCause() == null;
    if (cause instanceof CertPathBuilderException
        || last && cause instanceof CertPathValidatorException
        || last && cause instanceof CertificateException) {
      return new LineException(
          LineFault.NOT_TRUSTED,
          "its certificate is not trusted: nobody in the trust file stands behind it; ask the"
              + " platform for its authority's certificate",
          failure);
    }
    if (cause instanceof EOFException) {
      return new LineException(
          LineFault.CLOSED, "it closed the connection during the TLS handshake", failure);
    }
    return null;
  }

  private static LineException byPhrase(String said, IOException failure) {
    int alert = said.indexOf(RECEIVED);
    String name = alert < 0 ? "" : said.substring(alert + RECEIVED.length()).strip();
    if (ABOUT_US.containsKey(name)) {
      return new LineException(
          LineFault.OWN_REFUSED,
          ABOUT_US.get(name) + "; agree with the platform on this machine's certificate",
          failure);
    }
    if (name.equals("protocol_version")
        || name.equals("handshake_failure")
        || name.equals("insufficient_security")
        || said.contains("selected protocol version")
        || said.contains("unsupported ciphersuite")) {
      return new LineException(
          LineFault.NOTHING_COMMON,
          "it has nothing in common with this line: it must offer TLS 1.3 with AES-GCM or ChaCha20;"
              + " correct its settings, or security here",
          failure);
    }
    if (said.contains("unrecognized ssl message") || said.contains("plaintext connection")) {
      return new LineException(
          LineFault.NOT_TLS, "what it speaks is no TLS; check address and port", failure);
    }
    if (said.contains("connection reset") || said.contains("broken pipe")) {
      return new LineException(
          LineFault.CLOSED, "it closed the connection during the TLS handshake", failure);
    }
    return new LineException(
        LineFault.BROKEN, "what it sent was altered on the way, or breaks TLS", failure);
  }
}
