package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackPlace;
import egov.kiosk.identity.trust.ShippedPacks;
import egov.kiosk.identity.trust.TrustSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log hears of packs that cannot be loaded. */
@Timeout(180)
class PackLoadingTest {
  private static final String GOOD = "good";
  private static final String BAD = "bad";

  private final Logger logger = (Logger) LoggerFactory.getLogger(PackLoading.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir Path store;

  @BeforeEach
  void listen() throws IOException {
    PackPlace place = new PackPlace(store);
    Files.createDirectories(place.pack(BAD));
    Files.createDirectories(place.pack(GOOD));
    try (var files = Files.list(TestCache.facePack())) {
      for (Path file : files.toList()) {
        Files.copy(file, place.pack(GOOD).resolve(file.getFileName()));
      }
    }
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  private void inService(String pack) throws IOException {
    PackPlace.InService note = new PackPlace.InService(pack, Optional.empty());
    Files.writeString(store.resolve(PackPlace.IN_SERVICE), note.text());
  }

  private long errors() {
    return log.list.stream().filter(line -> line.getLevel() == Level.ERROR).count();
  }

  @Test
  void sameBadPack_isToldOnce_andAgainAfterAGoodOne() throws Exception {
    IdentitySettings settings =
        new IdentitySettings(
            Optional.of(store),
            TrustSettings.pinned(Set.of(ShippedPacks.DEFAULT)),
            FacePolicy.USUAL,
            80,
            Duration.ofSeconds(20),
            true,
            false);
    PackLoading loading = new PackLoading(settings, InstantSource.system());

    inService(BAD);
    assertThrows(FacePackException.class, loading::load);
    assertThrows(FacePackException.class, loading::load);
    assertEquals(1, errors());

    inService(GOOD);
    loading.load();
    assertEquals(1, errors());

    inService(BAD);
    assertThrows(FacePackException.class, loading::load);
    assertEquals(2, errors());
  }
}
