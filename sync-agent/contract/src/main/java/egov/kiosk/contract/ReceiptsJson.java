package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The receipts that go to one kiosk under one signature, as JSON. The kiosk is named once, so a
 * document for two kiosks cannot be written. Read and written without a parser or a tree in
 * between: a draining kiosk reads tens of thousands of receipts a second.
 */
final class ReceiptsJson {
  /** Fifty receipts with every member as long as it may be have less. */
  static final int LARGEST = 24 * 1024;

  private static final String KIND = "receipts";

  private ReceiptsJson() {}

  static byte[] write(List<PlatformReceipt> receipts) {
    if (receipts.isEmpty() || receipts.size() > MessageCodec.MOST_RECEIPTS) {
      throw new IllegalArgumentException(
          "a document holds 1 to " + MessageCodec.MOST_RECEIPTS + " receipts");
    }
    String kioskId = receipts.get(0).kioskId();
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException("a receipt is for a kiosk");
    }
    StringBuilder out = new StringBuilder(128 + 256 * receipts.size());
    out.append("{\"kind\":\"" + KIND + "\",\"kioskId\":\"").append(kioskId);
    out.append("\",\"receipts\":[");
    Set<TransactionId> answered = new HashSet<>();
    for (PlatformReceipt receipt : receipts) {
      if (!receipt.kioskId().equals(kioskId) || !answered.add(receipt.messageId())) {
        throw new IllegalArgumentException(
            "a document is for one kiosk, and names no message twice");
      }
      out.append(answered.size() == 1 ? "" : ",");
      entry(receipt, out);
    }
    return out.append("],\"version\":" + MessageHead.VERSION + "}")
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** In the order of RFC 8785; no value of a receipt needs an escape, by its type. */
  private static void entry(PlatformReceipt receipt, StringBuilder out) {
    out.append("{\"acceptanceNumber\":");
    nullable(receipt.acceptanceNumber(), out);
    out.append(",\"envelopeSm3\":\"").append(receipt.envelopeSm3());
    out.append("\",\"issuedAt\":\"").append(receipt.issuedAt());
    out.append("\",\"messageId\":\"").append(receipt.messageId().value());
    out.append("\",\"outcome\":\"").append(receipt.outcome().name());
    out.append("\",\"reason\":");
    nullable(receipt.reason(), out);
    out.append('}');
  }

  private static void nullable(Optional<String> text, StringBuilder out) {
    if (text.isEmpty()) {
      out.append("null");
    } else {
      out.append('"').append(text.get()).append('"');
    }
  }

  /**
   * Reads what {@link #write} writes, and nothing else: there is one form, so that what is between
   * its words is all there is to look for, and writing it again must give the same bytes.
   */
  static List<PlatformReceipt> read(byte[] bytes) throws MalformedMessageException {
    if (bytes.length > LARGEST) {
      throw new MalformedMessageException("receipts have at most " + LARGEST + " bytes");
    }
    List<PlatformReceipt> receipts = new ArrayList<>();
    try {
      FixedText json = new FixedText(new String(bytes, StandardCharsets.ISO_8859_1));
      String kioskId = json.skip("{\"kind\":\"" + KIND + "\",\"kioskId\":").text();
      json.skip(",\"receipts\":[");
      do {
        receipts.add(receipt(kioskId, json));
      } while (receipts.size() < MessageCodec.MOST_RECEIPTS && json.skipped(","));
      // What follows the last receipt is known to the byte.
      if (Arrays.equals(write(receipts), bytes)) {
        return List.copyOf(receipts);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Without the cause: its text may quote the content.
      throw refused();
    }
    throw refused();
  }

  private static PlatformReceipt receipt(String kioskId, FixedText json) {
    Optional<String> number = json.skip("{\"acceptanceNumber\":").textOrNull();
    String envelopeSm3 = json.skip(",\"envelopeSm3\":").text();
    Instant issuedAt = FixedText.instant(json.skip(",\"issuedAt\":").text());
    String messageId = json.skip(",\"messageId\":").text();
    String outcome = json.skip(",\"outcome\":").text();
    Optional<String> reason = json.skip(",\"reason\":").textOrNull();
    json.skip("}");
    return new PlatformReceipt(
        kioskId,
        new TransactionId(messageId),
        envelopeSm3,
        PlatformReceipt.Outcome.valueOf(outcome),
        number,
        reason,
        issuedAt);
  }

  private static MalformedMessageException refused() {
    return new MalformedMessageException("not receipts as the contract writes them");
  }
}
