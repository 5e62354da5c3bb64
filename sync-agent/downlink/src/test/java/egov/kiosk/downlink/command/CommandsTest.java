package egov.kiosk.downlink.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.launcher.port.Restart;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommandsTest {
  /** A desk of which the test says who stands there. */
  private static final class Desk implements ServiceLock {
    final Set<Closure> closures = EnumSet.noneOf(Closure.class);
    boolean serving;
    boolean diskFull;

    @Override
    public Set<Closure> closures() {
      return closures;
    }

    @Override
    public boolean serving() {
      return serving;
    }

    @Override
    public void close(Closure why, boolean wanted) throws IOException {
      if (diskFull) {
        throw new IOException("as the test wants");
      }
      if (wanted) {
        closures.add(why);
      } else {
        closures.remove(why);
      }
    }
  }

  private final Desk desk = new Desk();

  @Test
  void restart_waitsForTheCitizenAtMostTenMinutes() {
    AtomicInteger restarts = new AtomicInteger();
    AtomicLong nanos = new AtomicLong();
    Restart restart = restarts::incrementAndGet;
    RestartCommand command =
        new RestartCommand(() -> Optional.of(restart), () -> Optional.of(desk), nanos::get);
    assertTrue(command.run(Map.of()).done());
    assertEquals(0, restarts.get(), "the answer goes first");
    desk.serving = true;
    assertFalse(command.answered());
    nanos.set(Duration.ofMinutes(10).toNanos());
    assertTrue(command.answered());
    assertEquals(1, restarts.get());
    desk.serving = false;
    assertTrue(command.answered());
    assertEquals(2, restarts.get());
  }

  @Test
  void restart_withoutALauncher_failed() {
    RestartCommand command =
        new RestartCommand(Optional::empty, () -> Optional.of(desk), System::nanoTime);
    assertFalse(command.run(Map.of()).done());
  }

  @Test
  void lockAndUnlock_sayHowItStands() {
    LockCommand lock = new LockCommand(true, () -> Optional.of(desk));
    LockCommand unlock = new LockCommand(false, () -> Optional.of(desk));
    desk.serving = true;
    assertTrue(lock.run(Map.of()).text().contains("has been served"));
    assertEquals(Set.of(Closure.PLATFORM), desk.closures);
    assertEquals("in service", unlock.run(Map.of()).text());
    assertFalse(desk.locked());
    desk.closures.add(Closure.MAINTENANCE);
    assertTrue(unlock.run(Map.of()).text().contains("MAINTENANCE"), "not in service yet");
    desk.closures.clear();
    desk.diskFull = true;
    assertFalse(lock.run(Map.of()).done());
    assertFalse(new LockCommand(true, Optional::empty).run(Map.of()).done());
  }

  @Test
  void selfTest_worstFindingsFirst() {
    List<HealthCheck> checks =
        List.of(check("printer", Level.OK), check("camera", Level.FAIL), check("disk", Level.WARN));
    String text = new SelfTest(() -> checks, System::nanoTime).run(Map.of()).text();
    assertEquals(
        "FAIL 1, WARN 1, OK 1; FAIL camera: seen; WARN disk: seen; OK printer: seen", text);
  }

  @Test
  void selfTest_slowChecks_theRestIsNamed() {
    AtomicLong nanos = new AtomicLong();
    List<HealthCheck> checks =
        List.of(
            new HealthCheck() {
              @Override
              public String name() {
                return "slow";
              }

              @Override
              public Finding check(Duration timeout) {
                nanos.addAndGet(Duration.ofSeconds(51).toNanos());
                return Finding.ok("slow", "seen");
              }
            },
            check("late", Level.FAIL));
    assertTrue(
        new SelfTest(() -> checks, nanos::get).run(Map.of()).text().endsWith("no time for late"));
  }

  @Test
  void refreshCatalogue_readsAgainThenAsksThePlatform() {
    AtomicInteger reloads = new AtomicInteger();
    CatalogueStore store =
        new CatalogueStore() {
          @Override
          public long version() {
            return 7;
          }

          @Override
          public void replace(long version, List<String> items) {}

          @Override
          public int reload() {
            return reloads.incrementAndGet() + 4;
          }
        };
    CommandResult result =
        new RefreshCatalogue(() -> Optional.of(store), Optional::empty).run(Map.of());
    assertEquals("5 items in service, version 7", result.text());
  }

  private static HealthCheck check(String name, Level level) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding check(Duration timeout) {
        return new Finding(name, level, "seen", Actor.TECHNICIAN, "");
      }
    };
  }
}
