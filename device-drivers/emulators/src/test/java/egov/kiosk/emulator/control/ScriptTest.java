package egov.kiosk.emulator.control;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ScriptTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Recorder recorder = new Recorder();
  private final Scripted scripted = new Scripted(recorder);

  @Test
  void script_ordersAndRepeats_areCarriedOutInOrder() throws Exception {
    run("place a ; repeat 2 ; lift ; wait 1ms..3ms ; end ; place b");
    state("done");
    assertEquals(List.of("place a", "lift", "lift", "place b"), recorder.orders);
  }

  @Test
  void script_untilAnEvent_actsBeforeTheDeviceGoesOn() throws Exception {
    run("until request 3002 x2 ; place second ; lift");
    for (int i = 0; i < 2; i++) {
      awaitListening();
      recorder.happenings.tell("request 3001");
      recorder.happenings.tell("request 3002");
      recorder.orders.add("device went on " + i);
    }
    state("done");
    assertEquals(
        List.of("device went on 0", "place second", "lift", "device went on 1"), recorder.orders);
  }

  @Test
  void script_eventThatDoesNotCome_failsAndSaysTheLine() throws Exception {
    run("lift ; until request 3002 within 5ms");
    await()
        .atMost(PATIENCE)
        .until(() -> scripted.obey(List.of("script", "state")), s -> s.startsWith("failed"));
    String state = scripted.obey(List.of("script", "state"));
    assertTrue(state.contains("line 2") && state.contains("request 3002"), state);
  }

  @Test
  void script_orderTheDeviceRefuses_failsAndSaysTheLine() throws Exception {
    run("lift ; refuse ; lift");
    await()
        .atMost(PATIENCE)
        .until(() -> scripted.obey(List.of("script", "state")), s -> s.startsWith("failed"));
    String state = scripted.obey(List.of("script", "state"));
    assertTrue(state.contains("line 2") && state.contains("never heard of it"), state);
    assertEquals(List.of("lift"), recorder.orders);
  }

  @Test
  void script_foreverThenStop_ends() throws Exception {
    run("repeat forever ; lift ; wait 1ms ; end");
    await().atMost(PATIENCE).until(() -> recorder.orders.size() > 3);
    scripted.obey(List.of("script", "stop"));
    assertEquals("stopped", scripted.obey(List.of("script", "state")));
  }

  @Test
  void script_fromAFile_ignoresRemarks(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("swap.script");
    Files.writeString(file, "# two cards\nplace a\n\n  place b\n");
    scripted.obey(List.of("script", file.toString(), "7"));
    state("done");
    assertEquals(List.of("place a", "place b"), recorder.orders);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait",
        "wait soon",
        "wait 3s..1s",
        "wait 99999999999s",
        "until",
        "until x0 x0",
        "repeat 0 ; end",
        "repeat two ; end",
        "repeat 2",
        "end",
        "repeat forever ; lift ; end",
        "repeat 2 ; end now"
      })
  void script_thatMakesNoSense_isRefusedBeforeItBegins(String steps) {
    OrderException refused = assertThrows(OrderException.class, () -> run("place a ; " + steps));
    assertTrue(refused.getMessage().startsWith("script"), refused.getMessage());
    assertTrue(recorder.orders.isEmpty());
  }

  @Test
  void tell_scriptThatDoesNotLetGo_isHeldAShortTimeOnly() throws Exception {
    run("until here ; slow");
    awaitListening();
    recorder.happenings.tell("here");
    assertEquals("running", scripted.obey(List.of("script", "state")));
    recorder.release();
    state("done");
  }

  private void run(String steps) throws OrderException {
    scripted.obey(List.of(("do " + steps).split(" ")));
  }

  private void state(String expected) {
    await()
        .atMost(PATIENCE)
        .until(() -> scripted.obey(List.of("script", "state")).equals(expected));
  }

  /** A script listens once it is between two steps. */
  private void awaitListening() {
    await().atMost(PATIENCE).until(recorder.happenings::listening);
  }

  private static final class Recorder implements Emulator {
    final List<String> orders = Collections.synchronizedList(new ArrayList<>());
    final Happenings happenings = new Happenings();
    private final CountDownLatch slow = new CountDownLatch(1);

    @Override
    public String ready() {
      return "";
    }

    @Override
    public Happenings happenings() {
      return happenings;
    }

    @Override
    public String obey(List<String> words) throws OrderException {
      if (words.get(0).equals("refuse")) {
        throw new OrderException("never heard of it");
      }
      if (words.get(0).equals("slow")) {
        try {
          slow.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      orders.add(String.join(" ", words));
      return "";
    }

    void release() {
      slow.countDown();
    }

    @Override
    public void close() {}
  }
}
