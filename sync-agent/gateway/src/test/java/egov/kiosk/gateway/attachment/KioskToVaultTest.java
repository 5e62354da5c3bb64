package egov.kiosk.gateway.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.AttachmentRoom;
import egov.kiosk.attachments.AttachmentSettings;
import egov.kiosk.attachments.StoredAttachments;
import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import egov.kiosk.attachments.store.PosixDisk;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a kiosk's room over the worst of lines into the platform's vault. */
class KioskToVaultTest {
  private static final String KIOSK = "k-1";

  @TempDir Path directory;
  private final BadLine line = new BadLine(42);
  private final Asked asked = new Asked();
  private final ManifestQueue queue = new ManifestQueue();
  private Vault vault;
  private CollectingDesk desk;
  private AttachmentRoom room;

  @BeforeEach
  void open() {
    vault = new Vault(directory.resolve("vault"));
    desk =
        new CollectingDesk(
            new CollectingDesk.Stock(
                new FileShelf(directory.resolve("chunks"), 64L << 20),
                vault,
                new EnclosureBook(directory.resolve("enclosures")),
                new Sm4ChunkCipher(new SecureRandom()),
                new StreamedSm3()),
            asked.desk(Clock.systemUTC()),
            (topic, envelope) -> {},
            Duration.ZERO,
            Clock.systemUTC());
    startRoom();
  }

  private void startRoom() {
    room =
        new AttachmentRoom(
            directory.resolve("attachments"),
            new PosixDisk(),
            new StoredAttachments.Tools(
                queue.outbox(),
                sealer(),
                new Sm4ChunkCipher(new SecureRandom()),
                new StreamedSm3()),
            new AttachmentRoom.Line(line, asked.verifier(KIOSK)),
            new AttachmentSettings(
                64L << 20,
                0,
                new SendRules(3, 0, WhenMetered.CAPPED, 1, 1 << 20, QuietHours.ALWAYS)),
            Clock.systemUTC(),
            System::nanoTime);
    room.start();
  }

  private static StatementSealer sealer() {
    return new StatementSealer() {
      @Override
      public String kioskId() {
        return KIOSK;
      }

      @Override
      public SignedEnvelope seal(Statement statement) {
        byte[] clear = new CanonicalFleetCodec().encode(statement);
        return new SignedEnvelope(
            statement.id(),
            statement.kind(),
            "attachment",
            clear,
            new StreamedSm3().of(clear),
            Label.of(statement.lane()));
      }
    };
  }

  private TransactionId attach(byte[] content) throws Exception {
    return room.attach(
        TransactionId.create(Instant.now()),
        "scan",
        "image/png",
        new ByteArrayInputStream(content));
  }

  /** One round of everything between the two; true when the manifest was accepted. */
  private boolean round(TransactionId id) throws Exception {
    room.connectivityChanged(true);
    for (byte[] payload : line.arrived()) {
      desk.received(UpChannel.ATTACHMENT, KIOSK, payload);
    }
    SignedEnvelope envelope = queue.manifest(id);
    AttachmentManifest manifest =
        (AttachmentManifest) new CanonicalFleetCodec().decodeStatement(envelope.bytes());
    AttachmentDesk.Answer answer = desk.manifest(manifest, envelope.bytes());
    asked.take().forEach(order -> room.received(DownChannel.ATTACHMENT, order));
    if (answer == AttachmentDesk.Answer.COMPLETE) {
      queue.delivered(id);
      room.settled(
          new PlatformReceipt(
              KIOSK,
              id,
              envelope.sm3(),
              PlatformReceipt.Outcome.ACCEPTED,
              Optional.empty(),
              Optional.empty(),
              Instant.now()));
      return true;
    }
    assertEquals(AttachmentDesk.Answer.LATER, answer);
    return false;
  }

  private static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  private void awaitGone(TransactionId id) {
    Path chunks = directory.resolve("attachments").resolve(id.value());
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(chunks));
  }

  @Test
  void attach_overAnAwfulLineWithRestarts_arrivesWhole() throws Exception {
    byte[] content = content(3 * 1024 * 1024 + 77);
    TransactionId id = attach(content);
    int[] rounds = {0};
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                if (++rounds[0] % 5 == 0) {
                  room.close();
                  startRoom();
                }
                return round(id);
              });
      assertArrayEquals(content, Files.readAllBytes(vault.file(KIOSK, id)));
      awaitGone(id);
      assertTrue(line.sent() > 97, "some went twice");
      assertTrue(line.sent() < 97 * 6, line.sent() + " sendings for 97 chunks");
    } finally {
      room.close();
    }
  }

  @Test
  void attach_severalAtOnce_eachArrivesAsItself() throws Exception {
    try {
      TransactionId[] ids = new TransactionId[5];
      for (int which = 0; which < ids.length; which++) {
        ids[which] = attach(content(100_000 + which));
      }
      for (int which = 0; which < ids.length; which++) {
        TransactionId id = ids[which];
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> round(id));
        assertArrayEquals(content(100_000 + which), Files.readAllBytes(vault.file(KIOSK, id)));
        awaitGone(id);
      }
      try (Stream<Path> left = Files.list(directory.resolve("attachments"))) {
        assertEquals(0, left.count());
      }
    } finally {
      room.close();
    }
  }
}
