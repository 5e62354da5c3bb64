package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The document that holds receipts: what goes in comes back, and nothing else gets in. */
class ReceiptsTest {
  private static final String LONGEST_KIOSK = "k".repeat(32);

  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();
  private final Schemas schemas = new Schemas();

  @Provide
  Arbitrary<List<PlatformReceipt>> documents() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(0, 0xFFFF_FFFFL);
    Arbitrary<PlatformReceipt> receipts =
        Combinators.combine(
                numbers,
                Arbitraries.of(true, false),
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(64),
                Arbitraries.longs().between(0, 4_000_000_000_000L))
            .as(ReceiptsTest::receipt);
    return receipts.list().ofMinSize(1).ofMaxSize(50).uniqueElements(PlatformReceipt::messageId);
  }

  private static PlatformReceipt receipt(long number, boolean taken, String word, long millis) {
    return new PlatformReceipt(
        Sample.KIOSK,
        new TransactionId(String.format("01973000-0000-7000-8000-0000%08x", number)),
        "0a".repeat(32),
        taken ? Outcome.ACCEPTED : Outcome.REJECTED,
        taken && word.length() % 2 == 0 ? Optional.of(word) : Optional.empty(),
        taken ? Optional.empty() : Optional.of(word),
        Instant.ofEpochMilli(millis));
  }

  @Property(tries = 200)
  void document_anyReceipts_comeBackInOrderAndFitTheSchema(
      @ForAll("documents") List<PlatformReceipt> receipts) throws Exception {
    byte[] document = codec.encodeReceipts(receipts);
    assertEquals(receipts, codec.decodeReceipts(document));
    assertEquals(List.of(), schemas.errors("receipts", document));
    assertArrayEquals(document, CanonicalJson.write(StrictJson.read(document)), "RFC 8785");
  }

  @Property(tries = 1000)
  void document_anyBytes_refused(@ForAll byte[] bytes) {
    assertThrows(MalformedMessageException.class, () -> codec.decodeReceipts(bytes));
  }

  @Test
  void document_oneReceipt_exactlyTheGoldenBytes() throws Exception {
    try (InputStream golden = ReceiptsTest.class.getResourceAsStream("/golden/receipts.json")) {
      assertEquals(
          new String(golden.readAllBytes(), StandardCharsets.UTF_8).stripTrailing(),
          text(codec.encodeReceipts(List.of(Sample.accepted()))));
    }
    assertEquals(Sample.receipts(), codec.decodeReceipts(codec.encodeReceipts(Sample.receipts())));
  }

  @Test
  void encode_fiftyOfTheLongest_fitTheLimit() throws Exception {
    List<PlatformReceipt> longest = new ArrayList<>();
    for (int at = 0; at < MessageCodec.MOST_RECEIPTS; at++) {
      longest.add(
          new PlatformReceipt(
              LONGEST_KIOSK,
              new TransactionId(String.format("01973000-0000-7000-8000-%012x", at)),
              "0a".repeat(32),
              Outcome.REJECTED,
              Optional.of("N".repeat(64)),
              Optional.of("R".repeat(64)),
              Instant.parse("+1000000000-12-31T23:59:59.999999999Z")));
    }
    byte[] document = codec.encodeReceipts(longest);
    assertTrue(document.length <= ReceiptsJson.LARGEST, () -> document.length + " bytes");
    assertEquals(longest, codec.decodeReceipts(document));
  }

  @Test
  void encode_noneTooManyMixedOrTwice_refused() {
    PlatformReceipt one = Sample.accepted();
    PlatformReceipt foreign =
        new PlatformReceipt(
            "other-kiosk",
            new TransactionId("01973000-0000-7000-8000-00000000ffff"),
            one.envelopeSm3(),
            one.outcome(),
            one.acceptanceNumber(),
            one.reason(),
            one.issuedAt());
    List<List<PlatformReceipt>> wrong =
        List.of(List.of(), Sample.receipts(51), List.of(one, foreign), List.of(one, one));
    for (List<PlatformReceipt> receipts : wrong) {
      assertThrows(IllegalArgumentException.class, () -> codec.encodeReceipts(receipts));
    }
  }

  @Test
  void decode_noneTooManyTwiceOrMixed_refused() throws Exception {
    String one = text(codec.encodeReceipts(List.of(Sample.accepted())));
    String entry = one.substring(one.indexOf('[') + 1, one.indexOf(']'));
    String fifty = text(codec.encodeReceipts(Sample.receipts(50)));
    assertEquals(50, codec.decodeReceipts(bytes(fifty)).size());
    refusedByBoth(one.replace(entry, ""));
    refusedByBoth(fifty.replace("]", "," + entry + "]"));
    refusedByBoth(one.replace(entry, entry + "," + entry));
    refusedByBoth(one.replace(",\"messageId\"", ",\"kioskId\":\"other-kiosk\",\"messageId\""));
    refusedByBoth(one.replace("[" + entry + "]", "null"));
    refusedByBoth(one.replace(entry, "null"));
    // The schema cannot say this: the same message twice, with two outcomes.
    String other = entry.replace("\"20260601-000001\"", "null");
    String twice = one.replace(entry, entry + "," + other);
    assertThrows(MalformedMessageException.class, () -> codec.decodeReceipts(bytes(twice)));
  }

  @Test
  void decode_wrongValuesInOneOfTwo_wholeRefusedByCodecAndSchemaAlike() {
    String[][] changes = {
      {"\"outcome\":\"ACCEPTED\"", "\"outcome\":\"REJECTED\""},
      {"\"outcome\":\"ACCEPTED\"", "\"outcome\":\"MAYBE\""},
      {"\"reason\":null", "\"reason\":\"WHY\""},
      {"\"reason\":null", "\"reason\":1"},
      {"\"acceptanceNumber\":\"20260601-000001\"", "\"acceptanceNumber\":\"<b>\""},
      {"\"acceptanceNumber\":\"20260601-000001\"", "\"acceptanceNumber\":\"\""},
      {"0f0f0f", "0F0F0F"},
      {"\"version\":1", "\"version\":1.5"},
      {"\"kioskId\":\"zj", "\"kioskId\":\"ZJ"},
      {"\"kind\":\"receipts\"", "\"kind\":\"receipt\""},
    };
    String message = text(codec.encodeReceipts(Sample.receipts(2)));
    for (String[] change : changes) {
      int first = message.indexOf(change[0]);
      assertTrue(first >= 0, change[0]);
      refusedByBoth(
          message.substring(0, first) + change[1] + message.substring(first + change[0].length()));
    }
  }

  @Test
  void decode_paddedBeyondTheLimit_refusedUnread() {
    String message = text(codec.encodeReceipts(List.of(Sample.accepted())));
    byte[] large = bytes(message.replace("20260601-000001", "9".repeat(ReceiptsJson.LARGEST)));
    MalformedMessageException refused =
        assertThrows(MalformedMessageException.class, () -> codec.decodeReceipts(large));
    assertTrue(refused.getMessage().contains("at most"));
  }

  @Test
  void decode_oneByteChanged_refusedOrExactlyWhatItSays() {
    Random random = new Random(35275);
    byte[] document = codec.encodeReceipts(Sample.receipts(5));
    for (int round = 0; round < 20_000; round++) {
      byte[] bent = document.clone();
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      try {
        assertArrayEquals(bent, codec.encodeReceipts(codec.decodeReceipts(bent)));
      } catch (MalformedMessageException expected) {
        assertFalse(expected.getMessage().contains("20260601"));
      }
    }
  }

  private void refusedByBoth(String document) {
    assertThrows(
        MalformedMessageException.class, () -> codec.decodeReceipts(bytes(document)), document);
    assertFalse(schemas.errors("receipts", bytes(document)).isEmpty(), document);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
