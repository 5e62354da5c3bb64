package egov.kiosk.enrolment.message;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Pkcs10;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm3;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a machine asks for. The bytes as they were made are kept: the same request is the same
 * bytes, and asking once more with them is safe.
 *
 * @param codeId the code's name
 * @param kioskId who the machine will be
 * @param transfer whether it takes the place of the machine that was this kiosk until now
 * @param machine the security module (SAM) of its card reader, or empty when not known
 * @param signing the signing key's request, proven by that key
 * @param encryption the encryption key; empty when the platform makes it for the machine's device
 */
public record EnrolmentRequest(
    String codeId,
    String kioskId,
    boolean transfer,
    String machine,
    Pkcs10 signing,
    Optional<Sm2PublicKey> encryption) {
  private static final String KIND = "egov-kiosk-enrolment-request-1";
  private static final List<String> NAMES =
      List.of("code", "kiosk", "transfer", "machine", "nonce", "signing", "encryption", "mac");
  private static final int NONCE = 16;

  public EnrolmentRequest {
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(encryption, "encryption");
    if (!codeId.matches("[0-9a-f]{24}")
        || !kioskId.matches("[0-9a-z-]{1,32}")
        || !machine.matches("[0-9A-Za-z.-]{0,40}")) {
      throw new IllegalArgumentException("not an enrolment request");
    }
  }

  /**
   * A request in its bytes.
   *
   * @param request what it says
   * @param encoded as it travels
   * @param mac that whoever made it had the code; judged by {@link #madeWith}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Received(EnrolmentRequest request, byte[] encoded, byte[] mac) {
    /** SM3 over the bytes: which request it is. */
    public String digest() {
      return HexFormat.of().formatHex(Sm3.digest(encoded));
    }

    /** Whether it was made with that code. */
    public boolean madeWith(CodeKeys keys) {
      return keys.made(mac, "request", signedPart(encoded));
    }
  }

  /** Writes it, with a fresh nonce. */
  public byte[] encode(CodeKeys keys, java.security.SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    Sheet sheet =
        Sheet.of(KIND)
            .with("code", codeId)
            .with("kiosk", kioskId)
            .with("transfer", transfer ? "yes" : "no")
            .with("machine", machine)
            .with("nonce", nonce)
            .with("signing", signing.encoded())
            .with("encryption", encryption.map(Sm2PublicKey::encoded).orElse(new byte[0]));
    byte[] mac = keys.mac("request", sheet.encoded());
    return sheet.with("mac", mac).encoded();
  }

  /** Reads one; empty when anything about it is not as {@link #encode} writes it. */
  public static Optional<Received> parse(byte[] bytes) {
    Optional<Sheet> sheet = Sheet.parse(bytes, KIND, NAMES);
    if (sheet.isEmpty()) {
      return Optional.empty();
    }
    try {
      Sheet read = sheet.get();
      byte[] mac = read.bytes("mac");
      byte[] encryption = read.bytes("encryption");
      boolean transfer = read.text("transfer").equals("yes");
      if (mac.length != Sm3.LENGTH
          || read.bytes("nonce").length != NONCE
          || !transfer && !read.text("transfer").equals("no")) {
        return Optional.empty();
      }
      EnrolmentRequest request =
          new EnrolmentRequest(
              read.text("code"),
              read.text("kiosk"),
              transfer,
              read.text("machine"),
              Pkcs10.parse(read.bytes("signing")),
              encryption.length == 0 ? Optional.empty() : Optional.of(Sm2PublicKey.of(encryption)));
      return Optional.of(new Received(request, bytes.clone(), mac));
    } catch (IllegalArgumentException | CryptoException e) {
      return Optional.empty();
    }
  }

  /** Everything before the last line. */
  private static byte[] signedPart(byte[] encoded) {
    int end = encoded.length - 2;
    while (end >= 0 && encoded[end] != '\n') {
      end--;
    }
    return Arrays.copyOf(encoded, end + 1);
  }
}
