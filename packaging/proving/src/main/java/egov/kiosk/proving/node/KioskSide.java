package egov.kiosk.proving.node;

import egov.kiosk.agent.AgentSettings;
import egov.kiosk.agent.SyncAgent;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.Surroundings;
import egov.kiosk.outboxsqlite.component.OutboxComponent;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.Timing;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kiosk's real parts, put together as the runtime does, with short pauses. */
final class KioskSide implements AutoCloseable {
  private static final long QUOTA_MIB = 48;
  private static final long MIN_FREE_MIB = 6;
  private static final AgentSettings AGENT =
      new AgentSettings(16, Duration.ofMillis(400), Duration.ofSeconds(2), Duration.ofMillis(500));
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(2),
          Duration.ofDays(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));
  private static final BackOff.Limits PAUSES =
      new BackOff.Limits(Duration.ofMillis(20), Duration.ofMillis(500), 3, Duration.ofMillis(100));

  private static final int ROTATE_ONE_IN = 8;

  private final OutboxComponent outbox;
  private final SyncAgent agent;
  private final RestKeys rest;

  private KioskSide(OutboxComponent outbox, SyncAgent agent, RestKeys rest) {
    this.outbox = outbox;
    this.agent = agent;
    this.rest = rest;
  }

  /** What can be got ready before there is a queue. */
  record Keys(EnvelopeSealer sealer, ReceiptVerifier verifier) {
    static Keys read(Path pki, String kiosk) throws IOException, CryptoException {
      SecureRandom random = new SecureRandom();
      CanonicalMessageCodec codec = new CanonicalMessageCodec();
      Path kiosks = pki.resolve("kiosk");
      EnvelopeSealer sealer =
          new Gbt35275EnvelopeSealer(
              SoftwareSigningKey.open(
                  kiosks.resolve(kiosk + ".key"), kiosks.resolve(kiosk + ".pem"), random),
              PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
              codec,
              Clock.systemUTC(),
              random);
      ReceiptVerifier verifier =
          new Sm2ReceiptVerifier(
              kiosk,
              TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem"))),
              "platform-sign",
              codec,
              Clock.systemUTC());
      return new Keys(sealer, verifier);
    }
  }

  /** Opens the queue, which mends itself as in the product, and starts to drain it. */
  static KioskSide open(Path directory, int brokerPort, Keys keys) throws CryptoException {
    String kiosk = keys.sealer().kioskId();
    RestKeys rest = rest(directory);
    OutboxComponent outbox =
        new OutboxComponent(
            OutboxSettings.of(directory, QUOTA_MIB, MIN_FREE_MIB),
            new Surroundings(Clock.systemUTC(), () -> Optional.of(kiosk), Optional::empty, rest));
    MqttUplink uplink = new MqttUplink(kiosk, line(brokerPort));
    SyncAgent agent =
        new SyncAgent(
            outbox,
            uplink,
            keys.verifier(),
            new SyncAgent.Listeners(List.of(), List.of()),
            AGENT,
            Clock.systemUTC(),
            System::nanoTime);
    outbox.listen(agent);
    agent.start();
    return new KioskSide(outbox, agent, rest);
  }

  /**
   * The data keys, on the disk that is tormented; now and then a new one, so that rows are sealed
   * anew while everything else happens.
   */
  private static RestKeys rest(Path directory) throws CryptoException {
    SecureRandom random = new SecureRandom();
    RestKeys rest =
        RestKeys.open(
            directory.resolveSibling("rest-keys"),
            new OpenWrapping(),
            Clock.systemUTC(),
            random,
            KeyEvents.NONE);
    if (random.nextInt(ROTATE_ONE_IN) == 0) {
      rest.rotate();
    }
    return rest;
  }

  private static UplinkSettings line(int port) {
    return UplinkSettings.of(BrokerAddress.parse("tcp://127.0.0.1:" + port))
        .withTiming(TIMING)
        .withBackOff(PAUSES);
  }

  /** Opens what is sealed at rest. */
  RestBox rest() {
    return rest;
  }

  OutboxComponent outbox() {
    return outbox;
  }

  boolean online() {
    return agent.online();
  }

  @Override
  public void close() {
    outbox.forget(agent);
    agent.close();
    outbox.close();
  }
}
