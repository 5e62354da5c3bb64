package egov.kiosk.domain.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed head as it goes up to the platform and is kept there (锚定): whoever has it notices a log
 * that ends before it. Canonical JSON (RFC 8785) in ASCII, at most {@value #LARGEST} bytes.
 *
 * @param certificate of the key that signed, DER; not checked here
 * @param signature over {@link AuditHead#signedBytes()}, DER; not checked here
 */
public record AuditAnchor(AuditHead head, byte[] certificate, byte[] signature) {
  /** No longer ones are read. */
  public static final int LARGEST = 8 * 1024;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{\"at\":\"([0-9TZ:.-]{20,30})\",\"certificate\":\"([A-Za-z0-9+/=]{4,6000})\","
              + "\"certificateSm3\":\"([0-9a-f]{64})\",\"chain\":\"([0-9a-f]{32})\","
              + "\"keyId\":\"([0-9a-f]{16})\",\"kind\":\"audit-head\","
              + "\"kioskId\":\"([0-9a-z-]{1,32})\",\"previousSequence\":([0-9]{1,18}),"
              + "\"previousSm3\":\"([0-9a-f]{64})\",\"sequence\":([0-9]{1,18}),"
              + "\"signature\":\"([A-Za-z0-9+/=]{4,200})\",\"sm3\":\"([0-9a-f]{64})\","
              + "\"version\":1\\}");

  public AuditAnchor {
    Objects.requireNonNull(head, "head");
    certificate = certificate.clone();
    signature = signature.clone();
  }

  @Override
  public byte[] certificate() {
    return certificate.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /** The message, one line. */
  public String json() {
    String encoded = Base64.getEncoder().encodeToString(certificate);
    String members = head.members("\"certificate\":\"" + encoded + "\",");
    int at = members.indexOf(",\"sm3\":");
    String signed = ",\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\"";
    return "{" + members.substring(0, at) + signed + members.substring(at) + "}";
  }

  /** Reads a message; empty when it is not exactly one that {@link #json} makes. */
  public static Optional<AuditAnchor> parse(byte[] message) {
    if (message.length > LARGEST) {
      return Optional.empty();
    }
    String text = new String(message, StandardCharsets.ISO_8859_1);
    Matcher found = SHAPE.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      AuditAnchor anchor = of(found);
      return anchor.json().equals(text) ? Optional.of(anchor) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static AuditAnchor of(Matcher found) {
    AuditHead head =
        new AuditHead(
            found.group(6),
            found.group(4),
            Long.parseLong(found.group(9)),
            found.group(11),
            Instant.parse(found.group(1)),
            found.group(5),
            found.group(3),
            Long.parseLong(found.group(7)),
            found.group(8));
    Base64.Decoder decoder = Base64.getDecoder();
    return new AuditAnchor(head, decoder.decode(found.group(2)), decoder.decode(found.group(10)));
  }

  @Override
  public String toString() {
    return "AuditAnchor[" + head.kioskId() + " " + head.sequence() + "]";
  }
}
