package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the queue gets to know of a message. */
class LabelTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);
  private static final byte[] SECRET =
      "a secret of just thirty-two byte".getBytes(StandardCharsets.US_ASCII);

  private final Lab lab;

  LabelTest() throws CryptoException {
    lab = new Lab();
  }

  private Gbt35275EnvelopeSealer sealer(byte[] secret) throws Exception {
    return new Gbt35275EnvelopeSealer(
        lab.kioskKey(),
        lab.platformEncrypt.certificate(),
        new TestCodec(),
        new OrderKeys(secret),
        CLOCK,
        lab.random);
  }

  private Label label(byte[] secret, IdNumber number, String itemCode) throws Exception {
    return sealer(secret).seal(Citizens.transaction(number, itemCode)).label();
  }

  @Test
  void seal_citizensTransaction_orderedByCitizenAndItemAlone() throws Exception {
    Label label = label(SECRET, Citizens.ONE, "item-1");
    assertEquals(Lane.NORMAL, label.lane());
    assertEquals(Optional.of(new LocalNumber("123456789012")), label.localNumber());
    byte[] mac = Sm3.hmac(SECRET, "35010019000101999X|item-1".getBytes(StandardCharsets.US_ASCII));
    assertEquals(Optional.of(HexFormat.of().formatHex(mac).substring(0, 32)), label.orderKey());
    assertEquals(label, label(SECRET, Citizens.ONE, "item-1"), "each time the same");
    assertNotEquals(label.orderKey(), label(SECRET, Citizens.ONE, "item-2").orderKey());
    assertNotEquals(label.orderKey(), label(SECRET, Citizens.OTHER, "item-1").orderKey());
    byte[] other = SECRET.clone();
    other[0]++;
    assertNotEquals(label.orderKey(), label(other, Citizens.ONE, "item-1").orderKey());
    assertFalse(label.toString().contains("350100"));
  }

  @Test
  void seal_urgentItem_hasTheUrgentLane() throws Exception {
    Transaction usual = Sample.transaction(Lab.KIOSK, "x");
    assertEquals(Lane.URGENT, sealer(SECRET).seal(Citizens.urgent(usual)).label().lane());
  }

  @Test
  void seal_anonymousTransaction_orderedByItemAlone() throws Exception {
    Transaction usual = Sample.transaction(Lab.KIOSK, "x");
    Label label = sealer(SECRET).seal(usual).label();
    byte[] mac = Sm3.hmac(SECRET, ("|" + usual.item().code()).getBytes(StandardCharsets.US_ASCII));
    assertEquals(Optional.of(HexFormat.of().formatHex(mac).substring(0, 32)), label.orderKey());
    assertTrue(label.localNumber().isPresent());
  }

  @Test
  void seal_rating_plain() throws Exception {
    assertEquals(Label.PLAIN, sealer(SECRET).seal(Sample.rating(Lab.KIOSK)).label());
  }

  @Test
  void seal_statement_opensAtThePlatformAndHasItsLane() throws Exception {
    TestFleetCodec codec = new TestFleetCodec();
    Gbt35275StatementSealer sealer =
        new Gbt35275StatementSealer(
            lab.kioskKey(), lab.platformEncrypt.certificate(), codec, CLOCK, lab.random);
    Incident incident = new Incident(TransactionId.create(Lab.NOW), Lab.KIOSK, Lab.NOW, List.of());
    SignedEnvelope envelope = sealer.seal(incident);
    assertEquals(Lab.KIOSK, sealer.kioskId());
    assertEquals(incident.id(), envelope.id());
    assertEquals(MessageKind.INCIDENT, envelope.kind());
    assertEquals("incident", envelope.itemCode());
    assertEquals(Label.of(Lane.URGENT), envelope.label());
    OpenedEnvelope opened =
        new EnvelopeOpener(lab.platformEncrypt, lab.trust, CLOCK).open(envelope.bytes());
    assertEquals(Lab.KIOSK, opened.kioskId());
    assertArrayEquals(codec.encode(incident), opened.content());
    Incident foreign = new Incident(incident.id(), "other", Lab.NOW, List.of());
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(foreign));
  }

  @Test
  void orderKeys_secretOfAnotherLength_refused() {
    assertThrows(IllegalArgumentException.class, () -> new OrderKeys(new byte[31]));
  }
}
