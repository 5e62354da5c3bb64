package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.util.List;

/**
 * The messages of the contract as canonical JSON (RFC 8785): sorted members, no white space, UTF-8,
 * instants in ISO 8601 UTC. Reading is strict: unknown, missing or repeated members, any other form
 * of the same value, more than 64 KiB (receipts: 24 KiB) or eight levels are refused. Safe for use
 * by any thread.
 */
public final class CanonicalMessageCodec implements MessageCodec {
  @Override
  public byte[] encode(Transaction transaction) {
    return CanonicalJson.write(TransactionJson.write(transaction));
  }

  @Override
  public byte[] encode(Rating rating) {
    return CanonicalJson.write(RatingJson.write(rating));
  }

  @Override
  public byte[] encode(RatingReason reason) {
    return CanonicalJson.write(RatingReasonJson.write(reason));
  }

  @Override
  public byte[] encodeReceipts(List<PlatformReceipt> receipts) {
    return ReceiptsJson.write(receipts);
  }

  @Override
  public List<PlatformReceipt> decodeReceipts(byte[] bytes) throws MalformedMessageException {
    return ReceiptsJson.read(bytes);
  }

  /**
   * The platform's side: reads what a kiosk sealed, as strictly.
   *
   * @param bytes the content of an opened envelope
   * @throws MalformedMessageException when they are not exactly a transaction, a rating, its reason
   *     or a statement
   */
  public ReceivedMessage decode(byte[] bytes) throws MalformedMessageException {
    Members json = new Members("message", StrictJson.read(bytes));
    MessageHead.version(json);
    return switch (json.text("kind")) {
      case TransactionJson.KIND -> TransactionJson.read(json);
      case RatingJson.KIND -> RatingJson.read(json);
      case RatingReasonJson.KIND -> RatingReasonJson.read(json);
      default -> new ReceivedStatement(StatementJson.read(json));
    };
  }
}
