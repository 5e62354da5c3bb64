package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.surroundings.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real session thread. */
class ThreadsTest {
  @TempDir Path state;
  private final SessionThread thread = new SessionThread();
  private Hall hall;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state, thread);
    hall.reader.card = Samples.card();
    hall.begin(Samples.PENSION);
    hall.desk.act(hall.id, new Action.Consent(true, "data-1"));
    await(Page.FACE_CONSENT);
    hall.desk.act(hall.id, new Action.FaceConsent(true, "face-1"));
  }

  @AfterEach
  void close() {
    hall.desk.close();
    thread.close();
  }

  private void await(Page page) {
    Awaitility.await().until(() -> hall.page() == page);
  }

  @Test
  void cameraPage_picturesUntilThePageIsLeft() throws DeskException {
    Awaitility.await().until(() -> hall.desk.preview(hall.id).isPresent());
    assertArrayEquals(new byte[] {1, 2, 3}, hall.desk.preview(hall.id).orElseThrow());
    hall.desk.act(hall.id, new Action.OtherWay());
    assertFalse(hall.desk.preview(hall.id).isPresent());
    Awaitility.await().until(() -> hall.faces.open.get() == 0);
  }

  @Test
  void comparing_hintsShowAndLeavingInterrupts() throws DeskException {
    hall.faces.holdOn = new CountDownLatch(1);
    hall.faces.hint = FaceHint.CLOSER;
    hall.desk.act(hall.id, new Action.FaceStart());
    Awaitility.await().until(() -> hall.view().camera().hint() == FaceHint.CLOSER);
    hall.desk.act(hall.id, new Action.End());
    Awaitility.await().until(() -> hall.faces.open.get() == 0);
    hall.reader.card = null;
    Awaitility.await()
        .until(
            () -> {
              hall.elapsed = hall.elapsed.plusSeconds(2);
              hall.desk.beat();
              return hall.page() == null;
            });
  }

  @Test
  void i08_withdrawnWhileLooking_cameraGoesOffAndTheVerdictIsDropped() throws DeskException {
    hall.faces.holdOn = new CountDownLatch(1);
    hall.desk.act(hall.id, new Action.FaceStart());
    Awaitility.await().until(() -> hall.faces.comparisons == 1);
    assertEquals(1, hall.faces.open.get());
    hall.desk.act(hall.id, new Action.OtherWay());
    Awaitility.await().until(() -> hall.faces.open.get() == 0);
    assertEquals(Page.ALTERNATIVE, hall.page());
    assertNull(hall.view().identity());
  }

  @Test
  void comparing_passesOnItsOwnThread() throws DeskException {
    hall.desk.act(hall.id, new Action.FaceStart());
    await(Page.FORM);
    assertEquals("VERY_HIGH", hall.view().identity().band());
  }

  @Test
  void sessionThread_namedOneAtATimeAndSurvivesMistakes() throws InterruptedException {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicReference<String> name = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(20);
    CountDownLatch failed = new CountDownLatch(1);
    SessionThread other = new SessionThread();
    for (int i = 0; i < 20; i++) {
      boolean mistake = i == 7;
      other.start(
          new Worker.Work() {
            @Override
            public void run() {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              name.set(Thread.currentThread().getName());
              atOnce.decrementAndGet();
              done.countDown();
              if (mistake) {
                throw new IllegalStateException("a mistake");
              }
            }

            @Override
            public void failed() {
              failed.countDown();
            }
          });
    }
    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertTrue(failed.await(10, TimeUnit.SECONDS));
    assertEquals(1, most.get());
    assertEquals("kiosk-session", name.get());
    assertTimeout(Duration.ofSeconds(5), other::close);
  }

  @Test
  void deskThread_beatsTellsInOrderAndSurvivesMistakes() {
    DeskThread desk = new DeskThread();
    AtomicInteger beats = new AtomicInteger();
    StringBuffer order = new StringBuffer();
    desk.every(
        Duration.ofMillis(5),
        () -> {
          if (beats.incrementAndGet() == 2) {
            throw new IllegalStateException("a mistake");
          }
        });
    for (int i = 0; i < 9; i++) {
      int digit = i;
      desk.execute(() -> order.append(digit));
    }
    Awaitility.await().until(() -> beats.get() > 3 && order.length() == 9);
    assertEquals("012345678", order.toString());
    assertTimeout(Duration.ofSeconds(5), desk::close);
    desk.execute(() -> order.append("late"));
    assertEquals(9, order.length());
  }

  @Test
  void closing_endsARunningComparisonWithinFiveSeconds() throws DeskException {
    hall.faces.holdOn = new CountDownLatch(1);
    hall.desk.act(hall.id, new Action.FaceStart());
    Awaitility.await().until(() -> hall.faces.comparisons == 1);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          hall.desk.close();
          thread.close();
        });
    Awaitility.await().until(() -> hall.faces.open.get() == 0);
  }
}
