package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages and receipts whose "signature" is a word, for tests of the agent's rules. */
final class Messages {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final String KIOSK = "lab-000001";

  private Messages() {}

  static SignedEnvelope item() {
    return of(MessageKind.ITEM, 1000);
  }

  static SignedEnvelope rating() {
    return of(MessageKind.RATING, 300);
  }

  static SignedEnvelope of(MessageKind kind, int bytes) {
    byte[] sm3 = new byte[32];
    new java.util.Random().nextBytes(sm3);
    return new SignedEnvelope(
        TransactionId.create(NOW), kind, "resident-permit", new byte[bytes], sm3);
  }

  /** An item of a lane, bound to the others of a key; no key for none. */
  static SignedEnvelope labelled(Lane lane, Optional<String> key) {
    SignedEnvelope plain = item();
    return new SignedEnvelope(
        plain.id(),
        plain.kind(),
        plain.itemCode(),
        new byte[1000],
        java.util.HexFormat.of().parseHex(plain.sm3()),
        new Label(lane, key, Optional.empty()));
  }

  /** The order key of a citizen. */
  static Optional<String> key(int citizen) {
    return Optional.of(String.format("%032x", citizen));
  }

  static byte[] receipt(SignedEnvelope envelope) {
    return bytes("genuine ACCEPTED " + envelope.id() + " " + envelope.sm3());
  }

  static byte[] refusal(SignedEnvelope envelope) {
    return bytes("genuine REJECTED " + envelope.id() + " " + envelope.sm3());
  }

  static byte[] forged(SignedEnvelope envelope) {
    return bytes("forged ACCEPTED " + envelope.id() + " " + envelope.sm3());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A document with the receipts of several. */
  static byte[] receipts(List<SignedEnvelope> envelopes) {
    return bytes(
        envelopes.stream()
            .map(each -> new String(receipt(each), StandardCharsets.US_ASCII))
            .collect(Collectors.joining("\n")));
  }

  /** Believes what begins with the right word, line by line. */
  static List<PlatformReceipt> verify(byte[] message) throws ReceiptRefusedException {
    List<PlatformReceipt> receipts = new ArrayList<>();
    for (String line : new String(message, StandardCharsets.US_ASCII).split("\n", -1)) {
      receipts.add(believe(line));
    }
    return receipts;
  }

  private static PlatformReceipt believe(String line) throws ReceiptRefusedException {
    String[] words = line.split(" ");
    if (words.length != 4) {
      throw new ReceiptRefusedException(ReceiptRefusedException.Reason.MALFORMED, "no receipt");
    }
    if (!words[0].equals("genuine")) {
      throw new ReceiptRefusedException(ReceiptRefusedException.Reason.BAD_SIGNATURE, "forged");
    }
    PlatformReceipt.Outcome outcome = PlatformReceipt.Outcome.valueOf(words[1]);
    boolean accepted = outcome == PlatformReceipt.Outcome.ACCEPTED;
    return new PlatformReceipt(
        KIOSK,
        new TransactionId(words[2]),
        words[3],
        outcome,
        accepted ? Optional.of("3301-1") : Optional.empty(),
        accepted ? Optional.empty() : Optional.of("FORM_INVALID"),
        NOW);
  }
}
