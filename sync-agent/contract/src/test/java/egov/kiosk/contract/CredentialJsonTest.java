package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a citizen showed, on its way to the platform. */
class CredentialJsonTest {
  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();
  private final Schemas schemas = new Schemas();

  private String sent(VerifiedCitizen citizen) {
    byte[] message = codec.encode(Sample.transaction(Optional.of(citizen), Map.of()));
    return new String(message, StandardCharsets.UTF_8);
  }

  private CredentialKind read(String message) throws MalformedMessageException {
    ReceivedTransaction got = (ReceivedTransaction) codec.decode(bytes(message));
    return got.citizen().orElseThrow().shown().kind();
  }

  private static byte[] bytes(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void identityCard_isSaidAsByFormerKiosks_andReadAsFromThem() throws Exception {
    String message = sent(VerifiedCitizen.byCard(Sample.resident()));
    assertFalse(message.contains("credential"));
    assertEquals(CredentialKind.ID_CARD, read(message));
  }

  @Test
  void otherCredentials_saySoAndFitTheSchema() throws Exception {
    for (VerifiedCitizen citizen :
        List.of(
            VerifiedCitizen.byCard(Sample.social()),
            VerifiedCitizen.byStaff(Sample.social(), Sample.STAFF),
            VerifiedCitizen.byCard(Sample.holder()))) {
      String message = sent(citizen);
      assertTrue(message.contains("\"credential\":\"" + citizen.shown().kind() + "\""));
      assertEquals(citizen.shown().kind(), read(message));
      assertEquals(List.of(), schemas.errors("transaction", bytes(message)));
    }
  }

  @Test
  void wrongValues_refusedByCodecAndSchemaAlike() {
    String social = sent(VerifiedCitizen.byCard(Sample.social()));
    String code = sent(VerifiedCitizen.byCard(Sample.holder()));
    String face =
        "\"identity\":{\"frames\":7,\"liveness\":\"NOT_CHECKED\",\"method\":\"FACE\","
            + "\"outcome\":\"PASS\",\"packId\":\"face-1\",\"scoreBand\":\"HIGH\"}";
    String[][] changes = {
      {social, "\"SOCIAL_CARD\"", "\"ID_CARD\""},
      {social, "\"SOCIAL_CARD\"", "\"CODE\""},
      {social, "\"SOCIAL_CARD\"", "\"PASSPORT\""},
      {social, "\"credential\":\"SOCIAL_CARD\",", ""},
      {social, "\"cardNumber\":\"A12345678\",", ""},
      {social, "\"issuedOn\":\"2020-01-01\"", "\"issuedOn\":\"\""},
      {social, "\"identity\":{\"method\":\"CARD\"}", face},
      {code, "\"CODE\"", "\"SOCIAL_CARD\""},
      {code, "\"credential\":\"CODE\"", "\"credential\":\"CODE\",\"token\":\"LAB01\""},
      {code, "35010019000101999X", "CAN110195012345"},
      {code, "\"identity\":{\"method\":\"CARD\"}", face},
    };
    for (String[] change : changes) {
      String bent = change[0].replace(change[1], change[2]);
      assertFalse(bent.equals(change[0]), change[1]);
      assertThrows(MalformedMessageException.class, () -> codec.decode(bytes(bent)), change[2]);
      assertFalse(schemas.errors("transaction", bytes(bent)).isEmpty(), change[2]);
    }
  }

  @Test
  void numberWithoutADayOfBirth_refusedByTheCodec() {
    String code = sent(VerifiedCitizen.byCard(Sample.holder()));
    // The check character is right; there is no thirteenth month.
    String bent = code.replace("35010019000101999X", "350100190013019997");
    assertThrows(MalformedMessageException.class, () -> codec.decode(bytes(bent)));
  }
}
