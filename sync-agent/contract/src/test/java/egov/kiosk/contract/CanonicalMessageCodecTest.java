package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalMessageCodecTest {
  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();
  private final Schemas schemas = new Schemas();

  private List<byte[]> kioskMessages() {
    List<byte[]> messages = new ArrayList<>();
    Sample.transactions().forEach(transaction -> messages.add(codec.encode(transaction)));
    messages.add(codec.encode(Sample.rating()));
    messages.add(codec.encode(Sample.reason()));
    return messages;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A golden message; the file's last line end is not part of it. */
  private static String golden(String name) throws Exception {
    try (InputStream stream =
        CanonicalMessageCodecTest.class.getResourceAsStream("/golden/" + name)) {
      return text(stream.readAllBytes()).stripTrailing();
    }
  }

  @Test
  void encode_everyMessage_validByItsSchema() {
    for (Transaction transaction : Sample.transactions()) {
      assertEquals(List.of(), schemas.errors("transaction", codec.encode(transaction)));
    }
    assertEquals(List.of(), schemas.errors("rating", codec.encode(Sample.rating())));
    for (RatingReason.Code code : RatingReason.Code.values()) {
      assertEquals(List.of(), schemas.errors("rating-reason", codec.encode(Sample.reason(code))));
    }
  }

  @Test
  void encode_faceTransaction_exactlyTheGoldenBytes() throws Exception {
    assertEquals(golden("transaction-face.json"), text(codec.encode(Sample.transactions().get(2))));
    assertEquals(golden("rating.json"), text(codec.encode(Sample.rating())));
  }

  @Test
  void encode_card_noPhotoInTheMessage() {
    String message = text(codec.encode(Sample.transactions().get(2)));
    assertFalse(message.toLowerCase(Locale.ROOT).contains("photo"));
    assertFalse(message.contains("portrait"));
    assertTrue(message.length() < 2000);
  }

  @Test
  void decode_rating_comesBackEqual() throws Exception {
    ReceivedMessage message = codec.decode(codec.encode(Sample.rating()));
    assertEquals(new ReceivedRating(Sample.rating()), message);
    assertEquals(Sample.OTHER_ID, message.id());
    assertEquals(Sample.KIOSK, message.kioskId());
    assertEquals("suggestion", message.itemCode());
  }

  @Test
  void decode_reason_comesBackEqual_andNoOtherReasonIsTaken() throws Exception {
    for (RatingReason.Code code : RatingReason.Code.values()) {
      byte[] sent = codec.encode(Sample.reason(code));
      assertEquals(new ReceivedRatingReason(Sample.reason(code)), codec.decode(sent));
      byte[] bent = bytes(text(sent).replace(code.name(), "BORED"));
      assertThrows(MalformedMessageException.class, () -> codec.decode(bent));
      assertFalse(schemas.errors("rating-reason", bent).isEmpty());
    }
  }

  @Test
  void decode_everyTransaction_saysTheSame() throws Exception {
    for (Transaction sent : Sample.transactions()) {
      ReceivedTransaction got = (ReceivedTransaction) codec.decode(codec.encode(sent));
      assertEquals(sent.id(), got.id());
      assertEquals(sent.kioskId(), got.kioskId());
      assertEquals(sent.localNumber(), got.localNumber());
      assertEquals(sent.acceptedAt(), got.acceptedAt());
      assertEquals(sent.item().code(), got.itemCode());
      assertEquals(sent.item().version(), got.itemVersion());
      assertEquals(sent.consents(), got.consents());
      assertEquals(sent.form().values(), got.form());
      assertEquals(evidence(sent.citizen()), evidence(got.citizen()));
      assertFalse(got.toString().contains("138"));
    }
  }

  /** Everything about a citizen but the portrait, which does not travel. */
  private static List<Object> evidence(Optional<VerifiedCitizen> citizen) {
    if (citizen.isEmpty()) {
      return List.of();
    }
    if (!(citizen.get().shown() instanceof IdCard card)) {
      return List.of(
          citizen.get().level(),
          citizen.get().face(),
          citizen.get().staff(),
          citizen.get().shown());
    }
    return List.of(
        citizen.get().level(),
        citizen.get().face(),
        citizen.get().staff(),
        card.layout(),
        card.name(),
        card.latinName(),
        card.sex(),
        card.nationality(),
        card.birthDate(),
        card.address(),
        card.number(),
        card.issuer(),
        card.validFrom(),
        card.validUntil());
  }

  @Test
  void decode_anyMemberRemoved_refusedByCodecAndSchemaAlike() throws Exception {
    for (byte[] message : kioskMessages()) {
      String kind = (String) StrictJson.read(message).get("kind");
      for (String name : StrictJson.read(message).keySet()) {
        Map<String, Object> object = StrictJson.read(message);
        object.remove(name);
        byte[] bent = CanonicalJson.write(object);
        assertThrows(MalformedMessageException.class, () -> codec.decode(bent));
        assertFalse(schemas.errors(kind, bent).isEmpty(), name);
      }
    }
  }

  @Test
  void decode_unknownMemberAnywhere_refusedByCodecAndSchemaAlike() {
    String message = text(codec.encode(Sample.transactions().get(2)));
    for (int at = message.indexOf('{'); at >= 0; at = message.indexOf('{', at + 1)) {
      byte[] bent = bytes(message.substring(0, at + 1) + "\" \":1," + message.substring(at + 1));
      assertThrows(MalformedMessageException.class, () -> codec.decode(bent));
      assertFalse(schemas.errors("transaction", bent).isEmpty());
    }
  }

  @Test
  void decode_wrongValues_refusedByCodecAndSchemaAlike() {
    String[][] changes = {
      {"\"version\":1}", "\"version\":2}"},
      {"\"kind\":\"transaction\"", "\"kind\":\"Transaction\""},
      {"自助终端", "网页"},
      {"\"FACE\",\"outcome\"", "\"CARD\",\"outcome\""},
      {"\"method\":\"FACE\"", "\"method\":\"STAFF\""},
      {"\"method\":\"FACE\"", "\"method\":\"NONE\""},
      {"\"outcome\":\"PASS\"", "\"outcome\":\"FAIL\""},
      {"\"frames\":7", "\"frames\":0"},
      {"\"frames\":7", "\"frames\":7.5"},
      {"\"frames\":7", "\"frames\":\"7\""},
      {"\"localNumber\":\"123456789012\"", "\"localNumber\":\"12345678901\""},
      {Sample.ID.value(), Sample.ID.value().toUpperCase(Locale.ROOT).replace("-7", "-4")},
      {Sample.KIOSK, "zj/hz"},
      {Sample.KIOSK, "ZJ"},
      {"\"acceptedAt\":\"2026-06-01T08:00:00.123Z\"", "\"acceptedAt\":\"2026-06-01T08:00:00.12Z\""},
      {
        "\"acceptedAt\":\"2026-06-01T08:00:00.123Z\"",
        "\"acceptedAt\":\"2026-06-01T16:00:00+08:00\""
      },
      {"\"birthDate\":\"1900-01-01\"", "\"birthDate\":\"19000101\""},
      {"\"sex\":\"2\"", "\"sex\":\"7\""},
      {"\"layout\":\"RESIDENT\"", "\"layout\":\"PASSPORT\""},
      {"\"code\":\"suggestion\"", "\"code\":\"../x\""},
      {"\"purpose\":\"DATA\"", "\"purpose\":\"ALL\""},
      {"\"answer\":\"GIVEN\"", "\"answer\":\"MAYBE\""},
      {"\"by\":\"HOLDER\"", "\"by\":\"SOMEBODY\""},
      {"\"textSm3\":\"5c", "\"textSm3\":\"5C"},
      {"\"scoreBand\":\"VERY_HIGH\"", "\"score\":0.61"},
      {"\"scoreBand\":\"VERY_HIGH\"", "\"score\":0.61,\"scoreBand\":\"HIGH\",\"threshold\":0.42"},
      {",\"scoreBand\":\"VERY_HIGH\"", ""},
      {"\"liveness\":\"NOT_CHECKED\"", "\"liveness\":\"DEAD\""},
      {"\"phone\":\"13800000000\"", "\"phone\":13800000000"},
      {"\"name\":\"𠮷〇测试\"", "\"name\":null"},
    };
    String message = text(codec.encode(Sample.transactions().get(2)));
    for (String[] change : changes) {
      String bent = message.replace(change[0], change[1]);
      assertFalse(bent.equals(message), change[0]);
      assertThrows(MalformedMessageException.class, () -> codec.decode(bytes(bent)), change[1]);
      assertFalse(schemas.errors("transaction", bytes(bent)).isEmpty(), change[1]);
    }
  }

  @Test
  void decode_whatOnlyACodecCanSee_refused() {
    String message = text(codec.encode(Sample.transactions().get(2)));
    String[][] changes = {
      {"35010019000101999X", "350100190001019990"},
      {"\"scoreBand\":\"VERY_HIGH\"", "\"scoreBand\":\"NEAR\""},
      {"\"birthDate\":\"1900-01-01\"", "\"birthDate\":\"1900-02-30\""},
      {"2026-06-01T08:00:00.123Z", "2026-06-31T08:00:00.123Z"},
      {"2026-06-01T08:00:00.123Z", "2026-06-01T08:00:00.000Z"},
      {"\"name\":\"𠮷〇测试\"", "\"name\":\" \""},
    };
    for (String[] change : changes) {
      String bent = message.replace(change[0], change[1]);
      assertFalse(bent.equals(message), change[0]);
      MalformedMessageException refused =
          assertThrows(MalformedMessageException.class, () -> codec.decode(bytes(bent)));
      assertFalse(refused.getMessage().contains(change[1]));
      assertFalse(refused.getMessage().contains("测试"));
    }
  }

  @Test
  void decode_messageOfAnOlderKiosk_readAndItsScoreDropped() throws Exception {
    String message =
        text(codec.encode(Sample.transactions().get(2)))
            .replace("\"answer\":\"GIVEN\",\"by\":\"HOLDER\",", "")
            .replace(",\"textSm3\":\"" + "5c".repeat(32) + "\"", "")
            .replace("\"liveness\":\"NOT_CHECKED\",", "")
            .replace("\"scoreBand\":\"VERY_HIGH\"", "\"score\":0.45,\"threshold\":0.42");
    assertEquals(List.of(), schemas.errors("transaction", bytes(message)));
    ReceivedTransaction got = (ReceivedTransaction) codec.decode(bytes(message));
    assertEquals(ScoreBand.HIGH, got.citizen().orElseThrow().face().orElseThrow().band());
    assertTrue(got.consents().get(0).given());
    assertTrue(got.consents().get(0).textSm3().isEmpty());
  }

  @Test
  void decode_consentOnAnEnglishPage_readAndWrittenAsItCame() throws Exception {
    String digest = "\"textSm3\":\"" + "5c".repeat(32) + "\"";
    String message =
        text(codec.encode(Sample.transactions().get(2)))
            .replaceFirst(digest, "\"shownIn\":\"EN\"," + digest);
    assertEquals(List.of(), schemas.errors("transaction", bytes(message)));
    ReceivedTransaction got = (ReceivedTransaction) codec.decode(bytes(message));
    assertEquals(ShownLanguage.EN, got.consents().get(0).shownIn());
    assertEquals(ShownLanguage.ZH, got.consents().get(1).shownIn());
  }

  @Test
  void decode_receiptsOrReceiptsOfATransaction_refused() {
    byte[] receipt = codec.encodeReceipts(List.of(Sample.accepted()));
    assertThrows(MalformedMessageException.class, () -> codec.decode(receipt));
    for (byte[] message : kioskMessages()) {
      assertThrows(MalformedMessageException.class, () -> codec.decodeReceipts(message));
    }
  }

  @Test
  void decode_oneByteChanged_refusedOrExactlyWhatItSays() {
    Random random = new Random(8785);
    List<byte[]> messages = kioskMessages();
    for (int round = 0; round < 20_000; round++) {
      byte[] bent = messages.get(round % messages.size()).clone();
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      try {
        codec.decode(bent);
        assertArrayEquals(bent, CanonicalJson.write(StrictJson.read(bent)));
      } catch (MalformedMessageException expected) {
        assertFalse(expected.getMessage().contains("35010019"));
      }
    }
  }
}
