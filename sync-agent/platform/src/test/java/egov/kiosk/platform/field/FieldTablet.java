package egov.kiosk.platform.field;

import egov.kiosk.agent.AgentSettings;
import egov.kiosk.agent.SyncAgent;
import egov.kiosk.attachments.AttachmentRoom;
import egov.kiosk.attachments.AttachmentSettings;
import egov.kiosk.attachments.StoredAttachments;
import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275StatementSealer;
import egov.kiosk.crypto.envelope.OrderKeys;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.fieldwork.FieldOrders;
import egov.kiosk.fieldwork.FieldWork;
import egov.kiosk.fieldwork.Ports;
import egov.kiosk.fieldwork.Wipe;
import egov.kiosk.fieldwork.store.PosixDisk;
import egov.kiosk.fieldwork.store.SealedFiles;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.outboxsqlite.Surroundings;
import egov.kiosk.platform.Lab;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A grid worker's tablet of the product's own parts: queue, agent, attachments, line, field work.
 */
final class FieldTablet implements AutoCloseable {
  static final GridCell GRID = new GridCell("350102-001-03");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AgentSettings AGENT =
      new AgentSettings(16, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500));

  final FieldWork work;
  final SqliteOutbox outbox;
  final List<CommandResult> answers = new CopyOnWriteArrayList<>();
  final Wipe wipe;
  private final FieldOrders orders;
  private final AttachmentRoom room;
  private final SyncAgent agent;
  private final OrderVerifier verifier;

  /** Says to the platform that this tablet works in that grid. */
  static void worksIn(Lab lab, String grid) throws IOException {
    Files.writeString(lab.pki().resolve("grids.txt"), Lab.A + " " + grid + " W-12\n");
  }

  FieldTablet(Lab lab, int port, Path directory) throws Exception {
    Path pki = lab.pki();
    Clock clock = Clock.systemUTC();
    CanonicalFleetCodec codec = new CanonicalFleetCodec();
    RestKeys rest =
        RestKeys.open(directory.resolve("keys"), new OpenWrapping(), clock, RANDOM, KeyEvents.NONE);
    outbox =
        SqliteOutbox.open(
            OutboxSettings.of(directory.resolve("outbox"), 64, 16),
            new Surroundings(clock, Optional::empty, Optional::empty, rest));
    MqttUplink uplink = new MqttUplink(Lab.A, lab.settings(Lab.A, port));
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem")));
    verifier = new Sm2OrderVerifier(Lab.A, trust, "platform-sign", codec, clock);
    SoftwareSigningKey key =
        SoftwareSigningKey.open(
            pki.resolve("kiosk/" + Lab.A + ".key"), pki.resolve("kiosk/" + Lab.A + ".pem"), RANDOM);
    room =
        new AttachmentRoom(
            directory.resolve("attachments"),
            new egov.kiosk.attachments.store.PosixDisk(),
            new StoredAttachments.Tools(
                outbox,
                new Gbt35275StatementSealer(
                    key,
                    PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
                    codec,
                    clock,
                    RANDOM),
                new Sm4ChunkCipher(RANDOM),
                new StreamedSm3()),
            new AttachmentRoom.Line(uplink, verifier),
            new AttachmentSettings(
                512L << 20,
                0,
                new SendRules(3, 0, WhenMetered.CAPPED, 1, 1 << 20, QuietHours.ALWAYS)),
            clock,
            System::nanoTime);
    agent =
        new SyncAgent(
            outbox,
            uplink,
            lab.verifier(Lab.A),
            new SyncAgent.Listeners(List.of(room), List.of(room)),
            AGENT,
            clock,
            System::nanoTime);
    EnvelopeSealer sealer =
        new Gbt35275EnvelopeSealer(
            key,
            PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
            new CanonicalMessageCodec(),
            new OrderKeys(new byte[32]),
            clock,
            RANDOM);
    Ports ports =
        new Ports(
            () -> Optional.of(outbox),
            () -> Optional.of(sealer),
            () -> Optional.of(room),
            Optional::empty,
            () -> Optional.of(agent::online),
            () -> AuditLog.NONE,
            new StreamedSm3(),
            new Sm4ChunkCipher(RANDOM),
            Optional::empty);
    work =
        new FieldWork(
            GRID,
            SealedFiles.open(directory.resolve("field"), new PosixDisk(), rest),
            ports,
            clock);
    orders = new FieldOrders(GRID, work);
    wipe = new Wipe(work, () -> AuditLog.NONE, Runnable::run);
    uplink.add(room);
    uplink.add(this::received);
    room.start();
    outbox.listen(agent);
    agent.start();
  }

  /** Believes only what the platform signed for this tablet. */
  private void received(DownChannel channel, byte[] payload) {
    if (channel != DownChannel.COMMAND || payload.length == 0) {
      return;
    }
    try {
      if (verifier.verify(payload) instanceof Order.Command command
          && command.name().equals(FieldOrders.NAME)) {
        answers.add(orders.run(command.arguments()));
      }
    } catch (ReceiptRefusedException e) {
      answers.add(CommandResult.failed("not believed: " + e.reason()));
    }
  }

  boolean online() {
    return agent.online();
  }

  @Override
  public void close() throws Exception {
    outbox.forget(agent);
    agent.close();
    room.close();
    outbox.close();
  }
}
