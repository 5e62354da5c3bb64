package egov.kiosk.launcher;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.localapi.LocalApi;
import egov.kiosk.localapi.Technicians;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.transfer.QueueCourier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine;

/** A running kiosk with a real queue and a real local API, and its command line. */
public final class LabKiosk implements AutoCloseable {
  private static final Instant FROM = Instant.now().minusSeconds(3600);
  private static final Instant UNTIL = Instant.now().plusSeconds(86_400);

  /** One province: its authority and its platform's certificate. */
  public record Province(CertificateAuthority authority, SecureRandom random) {
    public static Province create() throws CryptoException {
      SecureRandom random = new SecureRandom();
      return new Province(CertificateAuthority.create("lab-ca", FROM, UNTIL, random), random);
    }
  }

  /** What a command said, and its exit code. */
  public record Said(int code, String out, String err) {}

  public final SqliteOutbox outbox;
  public final Path queue;
  public volatile Optional<PrintDesk> prints = Optional.empty();
  public volatile Optional<KnownDevices> known = Optional.empty();
  public volatile Optional<LineRecorder> recorder = Optional.empty();

  private final Path place;
  private final LocalApi api;
  private int numbers;

  public LabKiosk(Path place, String id, Province province) throws Exception {
    this.place = place;
    queue = place.resolve("data/outbox");
    LabHome.create(place.resolve("home"));
    Files.writeString(
        place.resolve("kiosk.properties"),
        "local-api.runDirectory = "
            + place.resolve("run")
            + "\noutbox.directory = "
            + queue
            + "\n");
    outbox =
        SqliteOutbox.open(OutboxSettings.of(queue, 256, 0), Clock.systemUTC(), Optional::empty);
    Courier courier =
        new QueueCourier(
            outbox,
            id,
            new Gbt35275ParcelSealer(
                SoftwareSigningKey.of(
                    province.authority().issue(id, CertificateUse.SIGN, FROM, UNTIL),
                    province.random()),
                province
                    .authority()
                    .issue("platform-enc", CertificateUse.ENCRYPT, FROM, UNTIL)
                    .certificate(),
                Clock.systemUTC(),
                province.random()),
            new Sm2ParcelVerifier(
                TrustStore.of(List.of(province.authority().certificate())), Clock.systemUTC()),
            new StreamedSm3(),
            Clock.systemUTC());
    api = LocalApi.open(0, place.resolve("run"), path -> null, technicians(courier));
  }

  private Technicians technicians(Courier courier) {
    return new Technicians() {
      @Override
      public Optional<Outbox> outbox() {
        return Optional.of(outbox);
      }

      @Override
      public Optional<Courier> courier() {
        return Optional.of(courier);
      }

      @Override
      public Optional<PrintDesk> prints() {
        return prints;
      }

      @Override
      public Optional<LineRecorder> recorder() {
        return recorder;
      }

      @Override
      public Optional<KnownDevices> knownDevices() {
        return known;
      }

      @Override
      public List<Finding> findings() {
        return List.of();
      }
    };
  }

  public SignedEnvelope queue(MessageKind kind, Lane lane) throws OutboxException {
    byte[] content = new byte[3_000];
    new Random().nextBytes(content);
    SignedEnvelope message =
        new SignedEnvelope(
            TransactionId.create(Instant.now()),
            kind,
            "A1",
            content,
            new StreamedSm3().of(content),
            new Label(
                lane,
                Optional.empty(),
                Optional.of(new LocalNumber(String.format("%012d", ++numbers)))));
    outbox.append(message);
    return message;
  }

  public void refuse(SignedEnvelope message, String reason) throws OutboxException {
    outbox.settle(
        new PlatformReceipt(
            "lab",
            message.id(),
            message.sm3(),
            PlatformReceipt.Outcome.REJECTED,
            Optional.empty(),
            Optional.of(reason),
            Instant.now()));
  }

  /** Runs {@code kiosk outbox ...} as a technician types it. */
  public Said outbox(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "outbox";
    System.arraycopy(words, 0, line, 1, words.length);
    return run(line);
  }

  /** Runs any command as a technician types it. */
  public Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = KioskCommand.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] line = Arrays.copyOf(words, words.length + 6);
    String[] where = {
      "--home", place.resolve("home").toString(),
      "--data", place.resolve("data").toString(),
      "--config", place.resolve("kiosk.properties").toString()
    };
    System.arraycopy(where, 0, line, words.length, where.length);
    int code = command.execute(line);
    return new Said(code, out.toString(), err.toString());
  }

  /** Ends the kiosk, but not what the command line can do. */
  @Override
  public void close() throws IOException {
    api.close();
    outbox.close();
  }
}
