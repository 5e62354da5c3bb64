package egov.kiosk.tls.national;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineFault;
import java.net.SocketException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;

/** Refusals turned into our words and into alerts (RFC 8446 §6.2), and alerts into our words. */
final class Verdicts {
  private static final String LACKS =
      "it has nothing in common with national lines: it must offer TLS 1.3 with TLS_SM4_GCM_SM3,"
          + " curveSM2 and sm2sig_sm3; correct its settings, or security here";

  private static final Map<LineFault, Short> ALERTS =
      Map.of(
          LineFault.NOT_TRUSTED, AlertDescription.unknown_ca,
          LineFault.EXPIRED, AlertDescription.certificate_expired,
          LineFault.NOT_YET_VALID, AlertDescription.certificate_expired,
          LineFault.REVOKED, AlertDescription.certificate_revoked,
          LineFault.CERTIFICATE_UNFIT, AlertDescription.unsupported_certificate,
          LineFault.OWN_REFUSED, AlertDescription.certificate_required);

  private Verdicts() {}

  /** About the other end's certificate. */
  static LineException about(CryptoException refused, Instant now) {
    String clock = "; this machine's clock shows " + now.truncatedTo(ChronoUnit.MINUTES);
    return switch (refused.fault()) {
      case CERTIFICATE_EXPIRED ->
          new LineException(
              LineFault.EXPIRED,
              "its certificate has ended" + clock + ": check the clock, then have it renewed",
              refused);
      case CERTIFICATE_NOT_YET_VALID ->
          new LineException(
              LineFault.NOT_YET_VALID,
              "its certificate has not begun" + clock + ": check the clock",
              refused);
      case CERTIFICATE_MALFORMED, KEY_INVALID, CERTIFICATE_EXTENSION_UNKNOWN ->
          new LineException(
              LineFault.CERTIFICATE_UNFIT,
              "its certificate is none of the national profile (GB/T 20518); have it issued anew",
              refused);
      case CERTIFICATE_USE_WRONG ->
          new LineException(
              LineFault.CERTIFICATE_UNFIT,
              "its certificate is not for signing; it must show its signing certificate",
              refused);
      case CERTIFICATE_REVOKED ->
          new LineException(
              LineFault.REVOKED,
              "its certificate was revoked; ask the platform before anything else",
              refused);
      case REVOCATION_UNKNOWN ->
          new LineException(
              LineFault.NOT_TRUSTED,
              "whether its certificate was revoked is not known; put its authority's fresh revocation"
                  + " list",
              refused);
      default ->
          new LineException(
              LineFault.NOT_TRUSTED,
              "its certificate is not trusted: nobody in the trust file stands behind it; ask the"
                  + " platform for its authority's certificate",
              refused);
    };
  }

  /** How the other end is told. */
  static TlsFatalAlert alert(LineException verdict) {
    return new TlsFatalAlert(
        ALERTS.getOrDefault(verdict.fault(), AlertDescription.bad_certificate), verdict);
  }

  /** What ended a handshake or a line. */
  static LineException of(Exception failure, boolean secured) {
    LineException ours = LineException.behind(failure);
    if (ours != null) {
      return ours;
    }
    if (failure instanceof SocketException) {
      return new LineException(
          LineFault.CLOSED, "it closed the connection during the TLS handshake", failure);
    }
    if (failure instanceof TlsFatalAlertReceived received) {
      return told(received.getAlertDescription(), failure);
    }
    if (failure instanceof TlsFatalAlert raised && !secured) {
      return raised(raised.getAlertDescription(), failure);
    }
    return broken(failure);
  }

  private static LineException raised(short alert, Exception cause) {
    return switch (alert) {
      case AlertDescription.protocol_version,
          AlertDescription.handshake_failure,
          AlertDescription.illegal_parameter,
          AlertDescription.missing_extension,
          AlertDescription.insufficient_security ->
          new LineException(LineFault.NOTHING_COMMON, LACKS, cause);
      case AlertDescription.decrypt_error ->
          new LineException(
              LineFault.PROOF_WRONG,
              "it does not prove that it holds its certificate's key; somebody may stand between, or"
                  + " its signing differs from RFC 8998",
              cause);
      case AlertDescription.bad_certificate, AlertDescription.unsupported_certificate ->
          new LineException(
              LineFault.CERTIFICATE_UNFIT,
              "its certificate is unfit for national lines; have it issued anew",
              cause);
      default -> broken(cause);
    };
  }

  private static LineException told(short alert, Exception cause) {
    String what =
        switch (alert) {
          case AlertDescription.certificate_required -> "it wants a certificate and got none";
          case AlertDescription.unknown_ca -> "it does not know who issued our certificate";
          case AlertDescription.certificate_expired ->
              "it says that our certificate has ended or not begun, by its clock";
          case AlertDescription.certificate_revoked -> "it says that our certificate was revoked";
          case AlertDescription.unsupported_certificate ->
              "it says that our certificate is not for this";
          case AlertDescription.bad_certificate,
              AlertDescription.certificate_unknown,
              AlertDescription.access_denied ->
              "it refuses our certificate";
          case AlertDescription.decrypt_error -> "it refuses our proof of the certificate's key";
          default -> "";
        };
    if (!what.isEmpty()) {
      return new LineException(
          LineFault.OWN_REFUSED,
          what
              + " (TLS alert "
              + alert
              + "); agree with the platform on this machine's certificate",
          cause);
    }
    return switch (alert) {
      case AlertDescription.protocol_version,
          AlertDescription.handshake_failure,
          AlertDescription.insufficient_security,
          AlertDescription.missing_extension,
          AlertDescription.illegal_parameter ->
          new LineException(LineFault.NOTHING_COMMON, LACKS + " (TLS alert " + alert + ")", cause);
      default ->
          new LineException(LineFault.BROKEN, "it ended the line with TLS alert " + alert, cause);
    };
  }

  private static LineException broken(Exception cause) {
    return new LineException(
        LineFault.BROKEN, "what it sent was altered on the way, or breaks TLS", cause);
  }
}
