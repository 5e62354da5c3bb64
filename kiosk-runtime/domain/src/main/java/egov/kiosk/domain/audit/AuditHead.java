package egov.kiosk.domain.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Where the audit chain stands: what a checkpoint signs, in the log and towards the platform.
 *
 * @param kioskId whose chain
 * @param chain drawn when the chain began, 32 hexadecimal digits
 * @param sequence of the newest record that is covered
 * @param sm3 of that record, 64 hexadecimal digits; with it every record before is covered
 * @param at by the kiosk's clock
 * @param keyId the first 16 digits of SM3 over the public point
 * @param certificateSm3 SM3 of the certificate in DER
 * @param previousSequence of the head that was last on its way to the platform before; 0 for none
 * @param previousSm3 of that record; 64 zeros for none
 */
public record AuditHead(
    String kioskId,
    String chain,
    long sequence,
    String sm3,
    Instant at,
    String keyId,
    String certificateSm3,
    long previousSequence,
    String previousSm3) {
  /** What a chain begins with in place of a digest. */
  public static final String ZERO = "0".repeat(64);

  private static final String CONTEXT = "egov-kiosk-audit-head/1\n";

  public AuditHead {
    Objects.requireNonNull(at, "at");
    require(kioskId.matches("[0-9a-z-]{1,32}"), "kiosk id");
    require(chain.matches("[0-9a-f]{32}"), "chain");
    require(sequence > 0 && sm3.matches("[0-9a-f]{64}"), "head");
    require(keyId.matches("[0-9a-f]{16}"), "key id");
    require(certificateSm3.matches("[0-9a-f]{64}"), "certificate digest");
    require(previousSequence >= 0 && previousSequence < sequence, "previous head");
    require(previousSm3.matches("[0-9a-f]{64}"), "previous head");
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException("not the " + what + " of an audit chain");
    }
  }

  /** The exact bytes that are signed: a context of their own, then canonical JSON (RFC 8785). */
  public byte[] signedBytes() {
    return (CONTEXT + "{" + members("") + "}").getBytes(StandardCharsets.US_ASCII);
  }

  /** The members in the order of their names, with one more where it belongs. */
  String members(String certificate) {
    return "\"at\":\""
        + at
        + "\","
        + certificate
        + "\"certificateSm3\":\""
        + certificateSm3
        + "\",\"chain\":\""
        + chain
        + "\",\"keyId\":\""
        + keyId
        + "\",\"kind\":\"audit-head\",\"kioskId\":\""
        + kioskId
        + "\",\"previousSequence\":"
        + previousSequence
        + ",\"previousSm3\":\""
        + previousSm3
        + "\",\"sequence\":"
        + sequence
        + ",\"sm3\":\""
        + sm3
        + "\",\"version\":1";
  }
}
