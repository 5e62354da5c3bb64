package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transaction names is told to whoever collects attachments, and its receipt is as ever. */
class EnclosedIntakeTest {
  private static final String TOPIC = "egov/1/" + GatewayLab.A + "/up/tx/item";
  private static final List<Enclosure> ENCLOSURES =
      List.of(new Enclosure("id-copy-1", "image/jpeg", 1000, "a".repeat(64)));

  @TempDir Path directory;
  private final List<String> told = new ArrayList<>();
  private boolean away;

  private final AttachmentDesk desk =
      new AttachmentDesk() {
        @Override
        public Answer manifest(AttachmentManifest manifest, byte[] envelope) {
          return Answer.LATER;
        }

        @Override
        public void named(String kioskId, TransactionId transaction, List<Enclosure> enclosures)
            throws IOException {
          if (away) {
            throw new IOException("the directory is not mounted");
          }
          told.add(kioskId + " " + transaction + " " + enclosures);
        }
      };

  @Test
  void transaction_thatNamesEnclosures_isReceiptedAndTold() throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    TransactionId id = GatewayLab.id();
    SignedEnvelope envelope =
        lab.seal(lab.key(GatewayLab.A), Paper.enclosing(GatewayLab.A, id, ENCLOSURES));
    SignedEnvelope bare =
        lab.seal(
            lab.key(GatewayLab.A), Paper.transaction(GatewayLab.A, GatewayLab.id(), "nothing"));
    Clock clock = Clock.systemUTC();
    GatewayKeys keys = GatewayKeys.read(lab.pki(), clock, new SecureRandom());
    try (JournalStore store = JournalStore.open(directory)) {
      Intake intake =
          new Intake(
              new Inspection(keys.opener(), new CanonicalMessageCodec(), clock),
              store,
              desk,
              clock);
      away = true;
      assertThrows(IOException.class, () -> take(intake, envelope));
      away = false;
      PlatformReceipt receipt = take(intake, envelope).receipt().orElseThrow();
      assertEquals(PlatformReceipt.Outcome.ACCEPTED, receipt.outcome());
      assertEquals(Optional.of(receipt), take(intake, envelope).receipt(), "and ever the same");
      take(intake, bare);
    }
    String line = GatewayLab.A + " " + id + " " + ENCLOSURES;
    assertEquals(List.of(line, line), told);
  }

  private static Verdict take(Intake intake, SignedEnvelope envelope) throws IOException {
    return intake.take(new Incoming(TOPIC, Optional.empty(), envelope.bytes(), () -> {}));
  }
}
