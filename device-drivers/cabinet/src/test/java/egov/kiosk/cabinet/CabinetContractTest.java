package egov.kiosk.cabinet;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cabinet must do; the board is the emulator as a process of its own. */
class CabinetContractTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final CabinetProfile PROFILE =
      new CabinetProfile(
          0, 1, 2, 3, Set.of(), Map.of(Lamp.CARD, 0, Lamp.HELP, 5), Map.of("id-card-reader", 6));

  @TempDir static Path folder;
  private static EmulatorProcess emulator;
  private final List<CabinetEvent> events = new CopyOnWriteArrayList<>();
  private RelayCabinet cabinet;

  @BeforeAll
  static void start() {
    emulator = EmulatorProcess.start("cabinet", "--link", link().toString());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  private static Path link() {
    return folder.resolve("ttyCAB");
  }

  @BeforeEach
  void open() {
    // The board of one test after the other: powered up anew, and everything is quiet around it.
    for (String order :
        List.of(
            "clear", "door closed", "person gone", "mains on", "battery ok", "unplug", "plug")) {
      emulator.order(order);
    }
    cabinet =
        new RelayCabinet(
            new CabinetSettings(
                new LinkAddress.Serial(link().toString(), 9_600),
                1,
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                PROFILE),
            Instant::now);
    cabinet.listen(events::add);
    awaitState(DeviceState.ONLINE);
  }

  @AfterEach
  void close() {
    cabinet.close();
  }

  private void awaitState(DeviceState state) {
    await().atMost(SOON).until(() -> cabinet.status().state() == state);
  }

  private void awaitEvents(CabinetEvent... wanted) {
    await().atMost(SOON).until(() -> events.equals(List.of(wanted)));
  }

  private void awaitCoils(String wanted) {
    await().atMost(SOON).until(() -> emulator.order("coils").startsWith(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "door open, door closed, DOOR_OPENED, DOOR_CLOSED, DOOR_OPEN",
    "mains off, mains on, MAINS_LOST, MAINS_BACK, ON_BATTERY"
  })
  void sensor_changing_isToldOnceAndIsAFaultMeanwhile(
      String on, String off, CabinetEvent began, CabinetEvent ended, FaultCode fault) {
    emulator.order(on);
    awaitEvents(began);
    await().atMost(SOON).until(() -> cabinet.status().faults().equals(Set.of(fault)));
    assertEquals(Level.WARN, new CabinetCheck(cabinet).check(Duration.ofSeconds(1)).level());
    emulator.order(off);
    awaitEvents(began, ended);
    await().atMost(SOON).until(() -> cabinet.status().faults().isEmpty());
    assertEquals(Level.OK, new CabinetCheck(cabinet).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void person_andLowBattery_areTold() {
    emulator.order("person here");
    awaitEvents(CabinetEvent.PERSON_CAME);
    assertEquals(Optional.of(true), cabinet.personPresent());
    emulator.order("battery low");
    awaitEvents(CabinetEvent.PERSON_CAME, CabinetEvent.BATTERY_LOW);
    assertEquals(Level.FAIL, new CabinetCheck(cabinet).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void lateListener_isToldWhatIsTheCase() {
    emulator.order("door open");
    awaitEvents(CabinetEvent.DOOR_OPENED);
    List<CabinetEvent> late = new CopyOnWriteArrayList<>();
    cabinet.listen(late::add);
    assertEquals(List.of(CabinetEvent.DOOR_OPENED), late);
  }

  @Test
  void lamps_followAndComeBackWithTheBoard() {
    cabinet.light(Set.of(Lamp.CARD, Lamp.FACE));
    awaitCoils("10000000");
    emulator.order("unplug");
    awaitState(DeviceState.NO_DEVICE);
    cabinet.light(Set.of(Lamp.CARD, Lamp.HELP));
    emulator.order("plug");
    awaitCoils("10000100");
    cabinet.light(Set.of());
    awaitCoils("00000000");
  }

  @Test
  void board_pulled_isToldAndWhatHappenedMeanwhileAsWell() {
    emulator.order("unplug");
    awaitEvents(CabinetEvent.SENSES_LOST);
    assertEquals(Optional.empty(), cabinet.doorOpen());
    emulator.order("door open");
    emulator.order("plug");
    awaitEvents(CabinetEvent.SENSES_LOST, CabinetEvent.SENSES_BACK, CabinetEvent.DOOR_OPENED);
    assertEquals(Optional.of(true), cabinet.doorOpen());
  }

  @Test
  void powerCycle_takesThePowerAndGivesItBack() throws Exception {
    Thread observer = new Thread(() -> awaitCoils("00000010"));
    observer.start();
    assertTrue(cabinet.cycle("id-card-reader", Duration.ofSeconds(20)));
    observer.join(SOON.toMillis());
    assertFalse(observer.isAlive(), "the power was away");
    awaitCoils("00000000");
    assertFalse(cabinet.cycle("camera", Duration.ofSeconds(20)), "has no switch");
  }

  @Test
  void powerCycle_boardAway_isFalseAndLeavesThePowerOn() throws Exception {
    emulator.order("unplug");
    awaitState(DeviceState.NO_DEVICE);
    assertFalse(cabinet.cycle("id-card-reader", Duration.ofSeconds(2)));
    emulator.order("plug");
    awaitState(DeviceState.ONLINE);
    awaitCoils("00000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silence",
        "wrong-check",
        "truncated",
        "wrong-unit",
        "wrong-function",
        "wrong-count",
        "refuses",
        "busy",
        "noise"
      })
  void badAnswers_areAFaultAndTheNextGoodOneHealsIt(String fault) {
    emulator.order("fault " + fault);
    await().atMost(SOON).until(() -> !cabinet.status().state().usable());
    assertEquals(Level.FAIL, new CabinetCheck(cabinet).check(Duration.ofSeconds(1)).level());
    assertEquals(CabinetEvent.SENSES_LOST, events.get(0));
    emulator.order("clear");
    awaitState(DeviceState.ONLINE);
    emulator.order("door open");
    await().atMost(SOON).until(() -> events.contains(CabinetEvent.DOOR_OPENED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk-before", "drip", "twice"})
  void crookedButWholeAnswers_doNoHarm(String fault) {
    emulator.order("fault " + fault);
    emulator.order("door open");
    await().atMost(SOON).until(() -> events.contains(CabinetEvent.DOOR_OPENED));
    assertEquals(DeviceState.ONLINE, cabinet.status().state());
  }

  @Test
  void oneBadAnswer_isAskedAgainAndNobodyNotices() {
    emulator.order("fault wrong-check 1");
    emulator.order("door open");
    awaitEvents(CabinetEvent.DOOR_OPENED);
  }
}
