package egov.kiosk.platform;

import static org.awaitility.Awaitility.await;
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
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275StatementSealer;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scan from a kiosk's room through the real broker into the platform's files. */
@Timeout(120)
class AttachmentTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path directory;

  private Lab lab;
  private Platform platform;
  private MqttUplink uplink;
  private Courier courier;
  private AttachmentRoom room;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
    uplink = new MqttUplink(Lab.A, lab.settings(Lab.A, platform.port()));
    courier = new Courier(uplink, lab.verifier(Lab.A));
    Path pki = lab.pki();
    CanonicalFleetCodec codec = new CanonicalFleetCodec();
    room =
        new AttachmentRoom(
            directory.resolve("chunks"),
            new PosixDisk(),
            new StoredAttachments.Tools(
                queue(),
                new Gbt35275StatementSealer(
                    SoftwareSigningKey.open(
                        pki.resolve("kiosk/" + Lab.A + ".key"),
                        pki.resolve("kiosk/" + Lab.A + ".pem"),
                        RANDOM),
                    PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
                    codec,
                    Clock.systemUTC(),
                    RANDOM),
                new Sm4ChunkCipher(RANDOM),
                new StreamedSm3()),
            new AttachmentRoom.Line(
                uplink,
                new Sm2OrderVerifier(
                    Lab.A,
                    TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem"))),
                    "platform-sign",
                    codec,
                    Clock.systemUTC())),
            settings(0),
            Clock.systemUTC(),
            System::nanoTime);
    uplink.add(room);
    room.start();
  }

  private static AttachmentSettings settings(long bytesPerSecond) {
    return new AttachmentSettings(
        64L << 20,
        0,
        new SendRules(2, bytesPerSecond, WhenMetered.CAPPED, 1, 1 << 20, QuietHours.ALWAYS));
  }

  @AfterEach
  void stop() throws Exception {
    room.close();
    courier.close();
    platform.close();
  }

  /** The courier is the queue: what it was offered waits until a receipt settles it. */
  private Outbox queue() {
    return (Outbox)
        Proxy.newProxyInstance(
            AttachmentTest.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "append" -> {
                    courier.offer((SignedEnvelope) arguments[0]);
                    yield 1L;
                  }
                  case "find" -> Optional.empty();
                  case "pending" -> List.of();
                  case "accepting" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void attachment_brokerAwayInTheMiddle_arrivesWholeAndIsDeletedHere() throws Exception {
    byte[] content = new byte[4 * 1024 * 1024 + 5];
    new Random(4).nextBytes(content);
    await().until(() -> courier.connections() > 0);
    TransactionId id =
        room.attach(
            TransactionId.create(Instant.now()),
            "id-copy",
            "image/jpeg",
            new ByteArrayInputStream(content));
    Path arriving = directory.resolve("platform/chunks/" + Lab.A + "/" + id);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Files.isDirectory(arriving) && arriving.toFile().list().length > 3);
    platform.stopBroker();
    platform.startBroker();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              courier.again();
              room.connectivityChanged(true);
              return courier.receipts().stream().anyMatch(each -> each.messageId().equals(id));
            });
    PlatformReceipt receipt = courier.receipts().get(0);
    assertEquals(PlatformReceipt.Outcome.ACCEPTED, receipt.outcome());
    assertArrayEquals(
        content, Files.readAllBytes(directory.resolve("platform/attachments/" + Lab.A + "/" + id)));
    room.settled(receipt);
    await().until(() -> !Files.exists(directory.resolve("chunks").resolve(id.value())));
  }

  @Test
  void attachment_onItsWay_smallMessagesAreNotHeldUp() throws Exception {
    room.settings(settings(256 * 1024));
    await().until(() -> courier.connections() > 0);
    TransactionId id =
        room.attach(
            TransactionId.create(Instant.now()),
            "id-copy",
            "image/jpeg",
            new ByteArrayInputStream(new byte[20 * 1024 * 1024]));
    Path arriving = directory.resolve("platform/chunks/" + Lab.A + "/" + id);
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.isDirectory(arriving));
    for (int message = 0; message < 5; message++) {
      int before = courier.receipts().size();
      courier.offer(lab.transaction(Lab.A));
      await().atMost(Duration.ofSeconds(10)).until(() -> courier.receipts().size() > before);
    }
    assertTrue(Files.isDirectory(arriving), "80 s worth of chunks are not through yet");
    assertEquals(1, courier.pending(), "the manifest waits for them");
  }
}
