package egov.kiosk.crypto.envelope;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stand-in for the contract room: crypto only ever sees bytes. */
public class TestCodec implements MessageCodec {
  @Override
  public byte[] encode(Transaction transaction) {
    return ("transaction " + transaction.form().values()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] encode(Rating rating) {
    return ("rating " + rating.id()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] encode(RatingReason reason) {
    return ("reason " + reason.id()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] encodeReceipts(List<PlatformReceipt> receipts) {
    return receipts.stream()
        .map(TestCodec::line)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(PlatformReceipt receipt) {
    return String.join(
        "|",
        receipt.kioskId(),
        receipt.messageId().value(),
        receipt.envelopeSm3(),
        receipt.acceptanceNumber().orElseThrow(),
        receipt.issuedAt().toString());
  }

  @Override
  public List<PlatformReceipt> decodeReceipts(byte[] bytes) throws MalformedMessageException {
    List<PlatformReceipt> receipts = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      receipts.add(receipt(line));
    }
    return receipts;
  }

  private static PlatformReceipt receipt(String line) throws MalformedMessageException {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 5) {
      throw new MalformedMessageException("five parts");
    }
    return new PlatformReceipt(
        parts[0],
        new TransactionId(parts[1]),
        parts[2],
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of(parts[3]),
        Optional.empty(),
        Instant.parse(parts[4]));
  }
}
