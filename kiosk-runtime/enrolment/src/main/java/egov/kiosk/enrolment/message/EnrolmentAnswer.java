package egov.kiosk.enrolment.message;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.EnvelopedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the platform gives a machine: everything it needs to be a kiosk.
 *
 * @param request SM3 over the request it answers
 * @param pair both certificates
 * @param wrapped the encryption key, when the platform made it
 * @param authorities from the root down
 * @param lists their newest revocation lists
 * @param platformSigning who signs receipts and orders
 * @param platformEncryption whom to encrypt for
 */
public record EnrolmentAnswer(
    String request,
    CertificatePair pair,
    Optional<EnvelopedKey> wrapped,
    List<Sm2Certificate> authorities,
    List<RevocationList> lists,
    Sm2Certificate platformSigning,
    Sm2Certificate platformEncryption) {
  private static final String KIND = "egov-kiosk-enrolment-answer-1";
  private static final List<String> NAMES =
      List.of(
          "request",
          "signing",
          "encryption",
          "wrapped",
          "authorities",
          "lists",
          "platform-signing",
          "platform-encryption",
          "mac");

  public EnrolmentAnswer {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(wrapped, "wrapped");
    authorities = List.copyOf(authorities);
    lists = List.copyOf(lists);
    if (!request.matches("[0-9a-f]{64}") || authorities.isEmpty()) {
      throw new IllegalArgumentException("not an enrolment answer");
    }
  }

  /** Writes it. */
  public byte[] encode(CodeKeys keys) {
    Sheet sheet =
        Sheet.of(KIND)
            .with("request", request)
            .with("signing", pair.signing().encoded())
            .with("encryption", pair.encryption().encoded())
            .with("wrapped", wrapped.map(EnvelopedKey::encoded).orElse(new byte[0]))
            .with("authorities", authorities.stream().map(Sm2Certificate::encoded).toList())
            .with("lists", lists.stream().map(RevocationList::encoded).toList())
            .with("platform-signing", platformSigning.encoded())
            .with("platform-encryption", platformEncryption.encoded());
    return sheet.with("mac", keys.mac("answer", sheet.encoded())).encoded();
  }

  /**
   * Reads one that was made with the code.
   *
   * @return empty when it is none, or not made by somebody who has the code
   */
  public static Optional<EnrolmentAnswer> parse(byte[] bytes, CodeKeys keys) {
    Optional<EnrolmentAnswer> answer = parseKept(bytes);
    return answer.isPresent()
            && keys.made(
                Sheet.parse(bytes, KIND, NAMES).orElseThrow().bytes("mac"), "answer", before(bytes))
        ? answer
        : Optional.empty();
  }

  /** Reads one that was believed before it was kept. */
  public static Optional<EnrolmentAnswer> parseKept(byte[] bytes) {
    Optional<Sheet> sheet = Sheet.parse(bytes, KIND, NAMES);
    if (sheet.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(sheet.get()));
    } catch (IllegalArgumentException | CryptoException e) {
      return Optional.empty();
    }
  }

  private static EnrolmentAnswer read(Sheet read) throws CryptoException {
    byte[] wrapped = read.bytes("wrapped");
    List<Sm2Certificate> authorities = new ArrayList<>();
    for (byte[] one : read.several("authorities")) {
      authorities.add(Sm2Certificate.parse(one));
    }
    List<RevocationList> lists = new ArrayList<>();
    for (byte[] one : read.several("lists")) {
      lists.add(RevocationList.parse(one));
    }
    return new EnrolmentAnswer(
        read.text("request"),
        CertificatePair.of(
            Sm2Certificate.parse(read.bytes("signing")),
            Sm2Certificate.parse(read.bytes("encryption"))),
        wrapped.length == 0 ? Optional.empty() : Optional.of(EnvelopedKey.parse(wrapped)),
        authorities,
        lists,
        Sm2Certificate.parse(read.bytes("platform-signing")),
        Sm2Certificate.parse(read.bytes("platform-encryption")));
  }

  private static byte[] before(byte[] encoded) {
    int end = encoded.length - 2;
    while (end >= 0 && encoded[end] != '\n') {
      end--;
    }
    return java.util.Arrays.copyOf(encoded, end + 1);
  }
}
