package egov.kiosk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.LifeSign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceHandsTest {
  private final Patience patience = new Patience(Duration.ofMillis(200));
  private final CountDownLatch never = new CountDownLatch(1);
  private final List<String> calls = new CopyOnWriteArrayList<>();
  @TempDir private Path directory;

  @AfterEach
  void letGo() {
    never.countDown();
    patience.close();
  }

  private Part part(String name, boolean hangs) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean restart() {
        calls.add(name);
        try {
          return !hangs || never.await(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
          return false;
        }
      }
    };
  }

  private static LifeSign dead() {
    return new LifeSign() {
      @Override
      public String name() {
        return "desk";
      }

      @Override
      public Duration silent() {
        return Duration.ofHours(1);
      }

      @Override
      public Duration patience() {
        return Duration.ofMinutes(1);
      }
    };
  }

  @Test
  void partThatDoesNotStop_isNotWaitedForAndNotStoppedTwice() {
    ServiceHands hands = new ServiceHands(Optional::empty, patience);
    hands.came(dead(), part("hangs", true));
    Ward ward = hands.wards().iterator().next();
    assertTrue(ward.ill().getAsBoolean());
    assertFalse(ward.restart().within(Duration.ofMillis(100)));
    assertFalse(ward.restart().within(Duration.ofHours(1)), "the first still hangs: said at once");
    assertEquals(List.of("hangs"), calls);
  }

  @Test
  void partThatStops_isStartedAgain() {
    ServiceHands hands = new ServiceHands(Optional::empty, patience);
    hands.came(dead(), part("works", false));
    assertTrue(hands.wards().iterator().next().restart().within(Duration.ofSeconds(30)));
    assertEquals(List.of("works"), calls);
  }

  @Test
  void deskThatHangs_countsAsServing() {
    ServiceHands hands = new ServiceHands(Optional::empty, patience);
    assertFalse(hands.serving(), "no desk, nobody served");
    hands.lock(
        new ServiceLock() {
          @Override
          public Set<Closure> closures() {
            return Set.of();
          }

          @Override
          public boolean serving() {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return false;
          }

          @Override
          public void close(Closure why, boolean closed) throws IOException {
            throw new IOException("as the test wants");
          }
        });
    assertTrue(hands.serving());
    assertFalse(hands.close(true), "the disk refuses");
  }

  @Test
  void reboot_isAskedForInAFileThatSaysWhy() throws IOException {
    Path request = directory.resolve("run/reboot");
    ServiceHands hands = new ServiceHands(() -> Optional.of(request), patience);
    assertTrue(hands.reboot("thread desk fails"));
    assertEquals("thread desk fails\n", Files.readString(request));
    Path blocked = Files.writeString(directory.resolve("blocked"), "").resolve("reboot");
    assertFalse(new ServiceHands(() -> Optional.of(blocked), patience).reboot("x"));
  }
}
