package egov.kiosk.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Mosquitto;
import egov.kiosk.gateway.testing.Paper;
import egov.kiosk.gateway.testing.StubKiosk;
import egov.kiosk.gateway.testing.WorkerProcess;
import egov.kiosk.transfer.QueueCourier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk's queue that comes by another kiosk, or by hand. */
@Timeout(60)
class CarriedTest {
  private static final int MESSAGES = 40;

  @TempDir Path directory;
  private GatewayLab lab;
  private Mosquitto broker;
  private WorkerProcess worker;
  private StubKiosk carrier;

  @BeforeEach
  void start() throws Exception {
    lab = GatewayLab.at(directory);
    broker = Mosquitto.start(directory.resolve("mosquitto"));
    worker =
        WorkerProcess.start(
            directory, lab, broker.port(), "one", directory.resolve("store").toString());
    carrier = StubKiosk.connect(lab, GatewayLab.B, broker.port());
    await().atMost(Duration.ofSeconds(20)).until(() -> worker.connected() && carrier.connected());
  }

  @AfterEach
  void stop() throws Exception {
    carrier.close();
    worker.close();
    broker.close();
  }

  private List<SignedEnvelope> queue(IssuedKey key, String kiosk) throws Exception {
    List<SignedEnvelope> queue = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      queue.add(lab.seal(key, Paper.transaction(kiosk, GatewayLab.id(), "note " + i)));
    }
    return queue;
  }

  /** The lines of an export of these messages, signed with this key. */
  private List<String> export(IssuedKey key, List<SignedEnvelope> queue) throws Exception {
    Outbox outbox =
        (Outbox)
            Proxy.newProxyInstance(
                Outbox.class.getClassLoader(),
                new Class<?>[] {Outbox.class},
                (proxy, method, given) ->
                    given[0] != Lane.NORMAL
                        ? List.of()
                        : IntStream.range(((Long) given[1]).intValue(), queue.size())
                            .limit((Integer) given[2])
                            .mapToObj(i -> new QueuedEnvelope(i + 1L, queue.get(i)))
                            .toList());
    SecureRandom random = new SecureRandom();
    QueueCourier courier =
        new QueueCourier(
            outbox,
            key.certificate().commonName(),
            new Gbt35275ParcelSealer(
                SoftwareSigningKey.of(key, random),
                PemFiles.readCertificate(lab.pki().resolve("platform-enc.pem")),
                Clock.systemUTC(),
                random),
            parcel -> {
              throw new UnsupportedOperationException();
            },
            new StreamedSm3(),
            Clock.systemUTC());
    List<String> lines = new ArrayList<>();
    for (String next = null; next == null || !next.isEmpty(); ) {
      ExportLine line = courier.export(next == null ? "" : next);
      lines.add(line.line());
      next = line.next();
    }
    return lines;
  }

  private List<SignedEnvelope> carry(List<String> lines) {
    List<SignedEnvelope> parcels = new ArrayList<>();
    for (String line : lines) {
      byte[] parcel = Base64.getDecoder().decode(line);
      // The parcel's own id is in its header, behind mark, length, version and the file's id.
      int header = indexOf(parcel, "EGOVPARCEL1") + 11 + 4;
      long high = java.nio.ByteBuffer.wrap(parcel, header + 17, 16).getLong();
      long low = java.nio.ByteBuffer.wrap(parcel, header + 25, 8).getLong();
      parcels.add(
          new SignedEnvelope(
              new egov.kiosk.domain.transaction.TransactionId(
                  new java.util.UUID(high, low).toString()),
              MessageKind.CARRIED,
              "carried",
              parcel,
              new StreamedSm3().of(parcel),
              Label.of(Lane.BULK)));
    }
    parcels.forEach(carrier::offer);
    return parcels;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void carried_thenSentByTheSourceItself_isTakenOnce() throws Exception {
    try (StubKiosk source = StubKiosk.connect(lab, GatewayLab.A, broker.port())) {
      // A receipt sent before the source ever listened would be lost; its own sending brings it.
      await().atMost(Duration.ofSeconds(20)).until(source::connected);
      List<SignedEnvelope> queue = queue(source.key(), GatewayLab.A);
      List<String> lines = export(source.key(), queue);
      assertTrue(lines.size() > 1, "several parcels");
      carry(lines);
      await().atMost(Duration.ofSeconds(20)).until(() -> carrier.pending() == 0);
      assertEquals(MESSAGES, worker.stat("accepted"));
      await().atMost(Duration.ofSeconds(20)).until(() -> source.receipts().size() == MESSAGES);
      queue.forEach(source::offer);
      await().atMost(Duration.ofSeconds(20)).until(() -> source.pending() == 0);
      carrier.again();
      carry(lines);
      await().atMost(Duration.ofSeconds(20)).until(() -> carrier.pending() == 0);
      assertEquals(MESSAGES, worker.stat("accepted"));
      assertEquals(List.of(), source.contradictions());
      assertEquals(List.of(), carrier.contradictions());
    }
  }

  @Test
  void broughtAsAFile_isTakenOnce_andOneWrongByteRefusesItWhole() throws Exception {
    IssuedKey source = lab.key(GatewayLab.A);
    String text = String.join("\n", export(source, queue(source, GatewayLab.A))) + "\n";
    Path file = directory.resolve("queue.txt");
    char[] edited = text.toCharArray();
    edited[text.length() - 200] = edited[text.length() - 200] == 'A' ? 'B' : 'A';
    Files.writeString(file, new String(edited));
    String refused = worker.ask("import " + file);
    assertTrue(refused.startsWith("error refused whole, FORGED"), refused);
    assertEquals(0, worker.stat("accepted"));
    Files.writeString(file, text);
    assertEquals("ok messages=" + MESSAGES, worker.ask("import " + file));
    assertEquals(MESSAGES, worker.stat("accepted"));
    assertEquals("ok messages=" + MESSAGES, worker.ask("import " + file));
    assertEquals(MESSAGES, worker.stat("accepted"));
    assertTrue(worker.ask("import /dev/zero").startsWith("error "));
    assertTrue(worker.ask("import \0").startsWith("error "));
  }

  @Test
  void anothersMessages_inAParcelOfOnesOwn_areRefused() throws Exception {
    IssuedKey source = lab.key(GatewayLab.A);
    carry(export(carrier.key(), queue(source, GatewayLab.A)));
    await().atMost(Duration.ofSeconds(20)).until(() -> carrier.pending() == 0);
    assertEquals(MESSAGES, worker.stat("refused"));
    assertEquals(0, worker.stat("accepted"));
  }

  @Test
  void damagedParcel_isRefusedInSilence() throws Exception {
    IssuedKey source = lab.key(GatewayLab.A);
    byte[] parcel = Base64.getDecoder().decode(export(source, queue(source, GatewayLab.A)).get(0));
    parcel[parcel.length / 2] ^= 1;
    carrier.publish(
        Topics.transactions(GatewayLab.B, MessageKind.CARRIED), parcel, GatewayLab.id().value());
    await().atMost(Duration.ofSeconds(20)).until(() -> worker.stat("refused") == 1);
    assertEquals(0, worker.stat("accepted"));
    assertEquals(0, carrier.answers());
  }
}
