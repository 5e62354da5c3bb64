package egov.kiosk.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
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
 * document for two kiosks cannot be written. Read and written without a tree in between: a draining
 * kiosk reads thousands of receipts a second.
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
   * Reads what {@link #write} writes, and nothing else: the members in their one order, and writing
   * them again must give the same bytes.
   */
  static List<PlatformReceipt> read(byte[] bytes) throws MalformedMessageException {
    if (bytes.length > LARGEST) {
      throw new MalformedMessageException("receipts have at most " + LARGEST + " bytes");
    }
    List<PlatformReceipt> receipts = new ArrayList<>();
    try (JsonParser json = StrictJson.parser(bytes)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      expect(text(json, "kind").orElse("").equals(KIND));
      String kioskId = text(json, "kioskId").orElse("");
      expect("receipts".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        expect(receipts.size() < MessageCodec.MOST_RECEIPTS);
        receipts.add(receipt(kioskId, json));
      }
      // What follows the last receipt is known to the byte: see below.
      if (!Arrays.equals(write(receipts), bytes)) {
        throw refused();
      }
      return List.copyOf(receipts);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Without the cause: its text may quote the content.
      throw refused();
    }
  }

  private static PlatformReceipt receipt(String kioskId, JsonParser json)
      throws IOException, MalformedMessageException {
    Optional<String> number = text(json, "acceptanceNumber");
    String envelopeSm3 = text(json, "envelopeSm3").orElse("");
    String issuedAt = text(json, "issuedAt").orElse("");
    String messageId = text(json, "messageId").orElse("");
    String outcome = text(json, "outcome").orElse("");
    Optional<String> reason = text(json, "reason");
    expect(json.nextToken() == JsonToken.END_OBJECT);
    return new PlatformReceipt(
        kioskId,
        new TransactionId(messageId),
        envelopeSm3,
        PlatformReceipt.Outcome.valueOf(outcome),
        number,
        reason,
        Instant.parse(issuedAt));
  }

  /** The member that must come now; empty for null. */
  private static Optional<String> text(JsonParser json, String name)
      throws IOException, MalformedMessageException {
    expect(name.equals(json.nextFieldName()));
    JsonToken value = json.nextToken();
    expect(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL);
    return value == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json.getText());
  }

  private static void expect(boolean condition) throws MalformedMessageException {
    if (!condition) {
      throw refused();
    }
  }

  private static MalformedMessageException refused() {
    return new MalformedMessageException("not receipts as the contract writes them");
  }
}
