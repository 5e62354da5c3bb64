package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.LicenceProof;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosedJsonTest {
  private static final String SM3 = "0f".repeat(32);
  private static final Enclosed ENCLOSED =
      new Enclosed(
          List.of(
              new Enclosure("household-register-1", "image/jpeg", 1_900_000, SM3),
              new Enclosure("signature", "image/png", 4_000, SM3)),
          List.of("marriage-certificate"),
          Optional.of(new Assent(Assent.Way.SIGNED, Sample.NOW, SM3)),
          List.of(new LicenceProof("birth-proof", "birth-certificate", SM3)));

  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();

  private static Transaction signed() {
    Transaction plain = Sample.transactions().get(2);
    ServiceItem item = plain.item();
    return new Transaction(
        plain.id(),
        plain.kioskId(),
        plain.localNumber(),
        plain.acceptedAt(),
        new ServiceItem(
            item.code(),
            item.version(),
            item.name(),
            item.nameEnglish(),
            item.summary(),
            item.answerIn(),
            item.offlineClass(),
            item.identityLevel(),
            item.needs(),
            item.consents(),
            item.questions(),
            item.guide(),
            item.urgent(),
            List.of(
                material("household-register", false),
                material("marriage-certificate", true),
                spared()),
            true,
            Optional.empty()),
        plain.citizen(),
        Stream.concat(
                plain.consents().stream(),
                Stream.of(new Consent(ConsentPurpose.RETRIEVAL, "r-1", Sample.NOW)))
            .toList(),
        plain.form(),
        ENCLOSED);
  }

  private static Material material(String id, boolean later) {
    return new Material(id, "材料", "Paper", "", true, 2, later, Optional.empty());
  }

  private static Material spared() {
    return new Material(
        "birth-proof", "出生证明", "Birth", "", true, 1, false, Optional.of("birth-certificate"));
  }

  @Test
  void encode_enclosed_validBySchemaAndComesBackEqual() throws Exception {
    byte[] message = codec.encode(signed());
    assertEquals(List.of(), new Schemas().errors("transaction", message));
    assertEquals(ENCLOSED, ((ReceivedTransaction) codec.decode(message)).enclosed());
  }

  @Test
  void encode_nothingEnclosed_noMemberOfIt() {
    String message = new String(codec.encode(Sample.transactions().get(2)), StandardCharsets.UTF_8);
    for (String member : List.of("enclosures", "broughtLater", "assent", "licences")) {
      assertFalse(message.contains(member), member);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "household-register-1,signature",
    "1900000,0",
    "1900000,-1",
    "1900000,1.5",
    "image/png,IMAGE",
    "SIGNED,WITNESSED",
    "birth-proof,Geburt",
    "marriage-certificate,Heirat"
  })
  void decode_whatNoKioskSends_refused(String good, String bad) {
    String message = new String(codec.encode(signed()), StandardCharsets.UTF_8);
    byte[] bent = message.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    assertFalse(message.equals(message.replace(good, bad)));
    assertThrows(MalformedMessageException.class, () -> codec.decode(bent));
  }
}
