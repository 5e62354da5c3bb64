package egov.kiosk.tls;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a line is to be secured. The files are read anew for each connection, so that a renewed
 * certificate takes effect at the next one.
 *
 * @param security the name of a {@link LineSecurity}: {@code national}, {@code tls}, or a plug-in's
 * @param trustFile PEM with the authorities believed, up to and including the self-signed ones
 * @param certificateFile PEM with the certificate to show
 * @param keyFile PEM with its key; empty when the key is kept elsewhere, or none is shown
 * @param revocationFile PEM with the authorities' revocation lists, for national lines
 */
public record LineSettings(
    String security,
    Optional<Path> trustFile,
    Optional<Path> certificateFile,
    Optional<Path> keyFile,
    Optional<Path> revocationFile) {
  /** TLS 1.3 with SM2, SM3 and SM4 (RFC 8998). */
  public static final String NATIONAL = "national";

  /** TLS 1.3 with the algorithms of RFC 8446. */
  public static final String TLS = "tls";

  public LineSettings {
    Objects.requireNonNull(trustFile, "trustFile");
    Objects.requireNonNull(certificateFile, "certificateFile");
    Objects.requireNonNull(keyFile, "keyFile");
    Objects.requireNonNull(revocationFile, "revocationFile");
    if (!security.matches("[a-z][0-9a-z-]{0,31}")) {
      throw new IllegalArgumentException(
          "a way to secure lines is named by 1 to 32 lower-case letters, digits and hyphens, e.g. "
              + NATIONAL
              + " or "
              + TLS);
    }
  }

  /** That way, no files yet. */
  public static LineSettings of(String security) {
    return new LineSettings(
        security, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same believing the authorities in this file. */
  public LineSettings trusting(Path authorities) {
    return new LineSettings(
        security, Optional.of(authorities), certificateFile, keyFile, revocationFile);
  }

  /** The same showing a certificate whose key is in a file. */
  public LineSettings showing(Path certificate, Path key) {
    return new LineSettings(
        security, trustFile, Optional.of(certificate), Optional.of(key), revocationFile);
  }

  /** The same refusing what these lists revoke. */
  public LineSettings refusing(Path lists) {
    return new LineSettings(security, trustFile, certificateFile, keyFile, Optional.of(lists));
  }

  /** The authorities, or an exception that says which setting is missing. */
  public Path requiredTrust() throws LineException {
    return trustFile.orElseThrow(
        () ->
            new LineException(
                LineFault.SETTINGS,
                "no trust file is set: "
                    + security
                    + " needs one with the authorities to believe"));
  }
}
