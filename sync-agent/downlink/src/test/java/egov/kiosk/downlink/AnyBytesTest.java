package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.Disk;
import egov.kiosk.launcher.port.RemoteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.awaitility.Awaitility;

/** The real verifier before the desk: whatever comes, only what the platform signed is done. */
class AnyBytesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private final Path directory = Files.createTempDirectory("downlink");
  private final Kiosk kiosk;
  private final OrderSigner platform;
  private final DownlinkDesk desk;

  AnyBytesTest() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant from = NOW.minus(Duration.ofDays(1));
    Instant until = NOW.plus(Duration.ofDays(365));
    CertificateAuthority authority = CertificateAuthority.create("test-ca", from, until, random);
    CanonicalFleetCodec codec = new CanonicalFleetCodec();
    platform =
        new OrderSigner(
            SoftwareSigningKey.of(
                authority.issue("platform-sign", CertificateUse.SIGN, from, until), random),
            codec);
    kiosk = new Kiosk(directory);
    OrderVerifier verifier =
        new Sm2OrderVerifier(
            Kiosk.ID,
            TrustStore.of(List.of(authority.certificate())),
            "platform-sign",
            codec,
            () -> NOW);
    desk =
        DownlinkDesk.open(
            new Verified(kiosk, verifier),
            new DownlinkDesk.Files(
                directory.resolve("real"),
                new AuditFile(directory.resolve("real.log")),
                new Disk()),
            Timing.USUAL,
            () -> NOW,
            () -> kiosk.nanos,
            () -> {});
  }

  @AfterProperty
  void forget() throws IOException {
    Scratch.delete(directory);
  }

  /** The kiosk with another verifier. */
  private record Verified(Kiosk kiosk, OrderVerifier verifier) implements Surroundings {
    @Override
    public String kioskId() {
      return Kiosk.ID;
    }

    @Override
    public Optional<FleetLine> line() {
      return kiosk.line();
    }

    @Override
    public Optional<RemoteSettings> settings() {
      return kiosk.settings();
    }

    @Override
    public Optional<CatalogueStore> catalogue() {
      return kiosk.catalogue();
    }

    @Override
    public Optional<CommandHandler> handler(String name) {
      return kiosk.handler(name);
    }
  }

  private byte[] command(String id) throws Exception {
    return platform.sign(
        new Order.Command(Kiosk.ID, NOW, id, "do", Map.of("a", "b"), NOW.plusSeconds(60)));
  }

  @Property(tries = 200)
  void anyBytesOnAnyTopic_changeNothing(
      @ForAll DownChannel channel, @ForAll @Size(max = 300) byte[] bytes) {
    desk.take(channel, bytes);
    desk.beat();
    nothingHappened();
  }

  @Property(tries = 200)
  void signedCommandChangedInOneByte_changesNothing(
      @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1) int with)
      throws Exception {
    byte[] message = command("c-1");
    message[at % message.length] ^= (byte) (with % 255 + 1);
    desk.take(DownChannel.COMMAND, message);
    desk.beat();
    nothingHappened();
  }

  @Property(tries = 1)
  void signedOrders_areDone() throws Exception {
    desk.take(DownChannel.COMMAND, command("c-1"));
    desk.take(
        DownChannel.CONFIGURATION,
        platform.sign(
            new Order.Configuration(Kiosk.ID, NOW, 3, Map.of("flow", Map.of("site", "east")))));
    desk.take(
        DownChannel.CATALOGUE,
        platform.sign(new Order.Catalogue(Kiosk.ID, NOW, 2, List.of("{\"a\":1}"))));
    desk.beat();
    assertEquals(1, kiosk.done.stream().filter("do"::equals).count());
    assertEquals("east", kiosk.settings.site);
    assertEquals(2, kiosk.catalogue.version);
  }

  /** Through the mailbox and the thread, faster than anything can be worked on. */
  @Property(tries = 1)
  void flood_isDroppedAndTheThreadStops() {
    Downlink downlink = new Downlink();
    downlink.start(desk);
    for (int i = 0; i < 20_000; i++) {
      downlink.received(DownChannel.values()[i % 4], new byte[] {(byte) i, 2, 3});
    }
    downlink.received(DownChannel.COMMAND, new byte[300 * 1024]);
    assertTrue(downlink.dropped() > 0);
    downlink.close();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertTrue(
                    Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("downlink"))));
    nothingHappened();
  }

  private void nothingHappened() {
    assertEquals("base", kiosk.settings.site);
    assertEquals(0, kiosk.catalogue.version);
    assertTrue(kiosk.done.isEmpty());
    assertTrue(kiosk.told.isEmpty() || kiosk.heard("refused") == kiosk.told.size());
  }
}
