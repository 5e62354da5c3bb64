package egov.kiosk.platform;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.platform.broker.Access;
import egov.kiosk.platform.broker.Broker;
import egov.kiosk.platform.broker.Passwords;
import egov.kiosk.platform.intake.Accepted;
import egov.kiosk.platform.intake.AcceptedJournal;
import egov.kiosk.platform.intake.Intake;
import egov.kiosk.platform.intake.ReceivedFiles;
import egov.kiosk.platform.intake.Receiver;
import egov.kiosk.platform.intake.Statistics;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Credentials;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Broker, receiver and their files, put together. Keeps in its directory: {@code broker/} (the
 * broker's journal), {@code received/<id>.p7m} (envelopes as they came) and {@code accepted.jsonl}.
 */
public final class Platform implements AutoCloseable {
  /** Next to the broker there is no storm to avoid; a demonstration should not wait. */
  private static final BackOff.Limits NEAR =
      new BackOff.Limits(Duration.ofMillis(200), Duration.ofMillis(500), 1, Duration.ofSeconds(1));

  private final Broker broker;
  private final AcceptedJournal journal;
  private final ReceivedFiles files;
  private final Receiver receiver;

  private Platform(Broker broker, AcceptedJournal journal, ReceivedFiles files, Receiver receiver) {
    this.broker = broker;
    this.journal = journal;
    this.files = files;
    this.receiver = receiver;
  }

  /**
   * Starts everything; kiosks can connect when this returns.
   *
   * @param directory the platform's own files
   * @param port of the broker on 127.0.0.1, 0 for any free one
   * @param pki what {@link LabAuthority} made
   */
  public static Platform start(
      Path directory, int port, Path pki, InstantSource clock, SecureRandom random)
      throws IOException, CryptoException {
    Files.createDirectories(directory);
    PlatformFiles keys = new PlatformFiles(pki);
    CanonicalMessageCodec codec = new CanonicalMessageCodec();
    EnvelopeOpener opener =
        new EnvelopeOpener(
            new IssuedKey(
                PemFiles.readKey(keys.key(PlatformFiles.RECIPIENT)),
                PemFiles.readCertificate(keys.certificate(PlatformFiles.RECIPIENT))),
            TrustStore.of(PemFiles.readCertificates(keys.authority())),
            clock);
    ReceiptSigner signer =
        new ReceiptSigner(
            SoftwareSigningKey.open(
                keys.key(PlatformFiles.SIGNER), keys.certificate(PlatformFiles.SIGNER), random),
            codec);
    ReceivedFiles files = new ReceivedFiles(directory.resolve("received"));
    AcceptedJournal journal = AcceptedJournal.open(directory.resolve("accepted.jsonl"));
    try {
      Passwords passwords = new Passwords(keys.kiosks(), random);
      Broker broker = new Broker(directory.resolve("broker"), port, passwords, random);
      broker.start();
      Receiver receiver =
          new Receiver(new Intake(opener, codec, journal, files, clock), journal, signer);
      receiver.start(link(broker.port(), passwords));
      return new Platform(broker, journal, files, receiver);
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  /** The broker's port on 127.0.0.1. */
  public int port() {
    return broker.port();
  }

  /** Takes the broker away, as a network failure would; the receiver stays. */
  public void stopBroker() throws IOException {
    broker.stop();
  }

  /** Brings the broker back on the same port. */
  public void startBroker() throws IOException {
    broker.start();
  }

  /** Whether the receiver listens. */
  public boolean receiving() {
    return receiver.connected();
  }

  /** The counts now. */
  public Statistics statistics() {
    return receiver.statistics();
  }

  /** What is known of a message. */
  public Optional<Accepted> find(TransactionId id) {
    return journal.find(id);
  }

  /** Where the envelope of an accepted message is. */
  public Path envelope(TransactionId id) {
    return files.of(id);
  }

  @Override
  public void close() throws IOException {
    receiver.close();
    try {
      broker.close();
    } finally {
      journal.close();
    }
  }

  private static LinkOptions link(int port, Passwords passwords) {
    return LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), Access.PLATFORM)
        .with(
            new Credentials(
                Access.PLATFORM, passwords.platform().getBytes(StandardCharsets.US_ASCII)))
        .withWindow(100)
        .pausing(NEAR);
  }
}
