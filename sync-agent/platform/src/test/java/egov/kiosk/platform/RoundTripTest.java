package egov.kiosk.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the sealed message to the verified receipt, through the real broker. */
@Timeout(30)
class RoundTripTest {
  @TempDir Path directory;

  private Lab lab;
  private Platform platform;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
  }

  @Test
  void transaction_sealedAndSent_isAcceptedAndItsReceiptVerifies() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    try (Courier courier = courier(Lab.A)) {
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
      PlatformReceipt receipt = courier.receipts().get(0);
      assertEquals(PlatformReceipt.Outcome.ACCEPTED, receipt.outcome());
      assertTrue(receipt.acceptanceNumber().orElseThrow().matches("[0-9]{14}"));
      assertArrayEquals(envelope.bytes(), Files.readAllBytes(platform.envelope(envelope.id())));
      String index = Files.readString(directory.resolve("platform/accepted.jsonl"));
      assertTrue(index.contains(envelope.id().value()));
      assertFalse(index.contains("hello"), "the index holds nothing a citizen wrote");
    }
  }

  @Test
  void rating_sealedAndSent_isAcceptedWithoutNumber() throws Exception {
    try (Courier courier = courier(Lab.B)) {
      courier.offer(lab.rating(Lab.B));
      await().until(() -> courier.pending() == 0);
      assertTrue(courier.receipts().get(0).acceptanceNumber().isEmpty());
      assertEquals(1, platform.statistics().ratings());
      assertEquals(0, platform.statistics().accepted());
    }
  }

  @Test
  void sameMessage_sentAThousandTimes_isOneTransactionWithOneAnswer() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    try (Courier courier = courier(Lab.A)) {
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
      for (int i = 0; i < 1000; i++) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> courier.under() < 10);
        courier.send(envelope);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> platform.statistics().duplicates() >= 1000 && courier.receipts().size() > 1);
      assertEquals(1, new HashSet<>(courier.receipts()).size(), "every receipt says the same");
      assertEquals(1, courier.settlements().get(envelope.id().value()));
      assertEquals(1, platform.statistics().accepted());
      assertEquals(1000, platform.statistics().duplicates());
    }
  }

  @Test
  void damagedMessage_acknowledgedByTheBroker_isNeverSettled() throws Exception {
    SignedEnvelope good = lab.transaction(Lab.A);
    byte[] bytes = good.bytes();
    bytes[bytes.length / 2] ^= 1;
    SignedEnvelope damaged =
        new SignedEnvelope(good.id(), MessageKind.ITEM, good.itemCode(), bytes, new byte[32]);
    try (Courier courier = courier(Lab.A)) {
      courier.offer(damaged);
      await().until(() -> platform.statistics().refused() >= 1);
      await().until(() -> courier.outcomes().contains(SendOutcome.acknowledged()));
      assertEquals(1, courier.pending(), "the broker's word settles nothing");
      assertEquals(0, courier.receipts().size());
      courier.send(good);
      await().until(() -> courier.receipts().size() == 1);
      assertEquals(1, courier.pending(), "a receipt over other bytes settles nothing");
    }
  }

  @Test
  void sameTransaction_fromTwoDevicesAndAlteredSecond_keepsTheFirst() throws Exception {
    TransactionId id = TransactionId.create(Instant.now());
    SignedEnvelope first = lab.transaction(Lab.A, id, "first");
    SignedEnvelope altered = lab.transaction(Lab.A, id, "altered");
    SignedEnvelope foreign = lab.transaction(Lab.B, id, "first");
    try (Courier a = courier(Lab.A);
        Courier b = courier(Lab.B)) {
      for (int i = 0; i < 3; i++) {
        await().until(() -> a.connections() > 0 && b.connections() > 0);
        a.send(first);
      }
      await().until(() -> a.receipts().size() == 3);
      a.send(altered);
      b.send(foreign);
      await().until(() -> a.receipts().size() == 4 && b.receipts().size() == 1);
      assertEquals("CONFLICT", a.receipts().get(3).reason().orElseThrow());
      assertEquals("CONFLICT", b.receipts().get(0).reason().orElseThrow());
      assertEquals(altered.sm3(), a.receipts().get(3).envelopeSm3());
      assertEquals(1, platform.statistics().accepted());
      assertArrayEquals(first.bytes(), Files.readAllBytes(platform.envelope(id)));
    }
  }

  private Courier courier(String kioskId) throws Exception {
    return new Courier(
        new MqttUplink(kioskId, lab.settings(kioskId, platform.port())), lab.verifier(kioskId));
  }
}
