package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.flow.cabinet.BatteryWatch;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The battery is nearly empty. */
class BatteryWatchTest {
  private static final BatteryWatch.Times TIMES =
      new BatteryWatch.Times(Duration.ofSeconds(60), Duration.ofSeconds(15));

  private record Due(Duration at, Runnable task) {}

  @TempDir Path state;
  private final List<Due> later = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Optional<Boolean> onBattery = Optional.empty();
  private int stops;
  private Hall hall;
  private BatteryWatch watch;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    watch =
        new BatteryWatch(
            hall.desk,
            (wait, task) -> later.add(new Due(now.plus(wait), task)),
            TIMES,
            () -> onBattery,
            () -> stops++);
    hall.desk.listen(watch);
  }

  /** What is due by then happens, in order. */
  private void pass(Duration time) {
    Duration end = now.plus(time);
    while (true) {
      Due next = later.stream().min(Comparator.comparing(Due::at)).orElse(null);
      if (next == null || next.at().compareTo(end) > 0) {
        now = end;
        return;
      }
      later.remove(next);
      now = next.at();
      next.task().run();
    }
  }

  @Test
  void nobodyThere_stopsOnceAfterTheScreenSaidSo() {
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(14));
    assertEquals(0, stops);
    pass(Duration.ofSeconds(120));
    assertEquals(1, stops);
  }

  @Test
  void citizenThere_hasAMinute_thenTheSessionIsWipedAndTheKioskStops() throws Exception {
    hall.walkTo(SessionState.FORM);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(59));
    assertEquals(Page.FORM, hall.page());
    assertEquals(0, stops);
    pass(Duration.ofSeconds(2));
    assertEquals(Page.TAKE_CARD, hall.page(), "wiped, and the card is asked for");
    pass(Duration.ofSeconds(15));
    assertEquals(1, stops, "a card that is left does not keep the machine on");
  }

  @Test
  void mainsBackInTime_nothingHappens() throws Exception {
    hall.walkTo(SessionState.FORM);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(30));
    watch.happened(CabinetEvent.MAINS_BACK);
    pass(Duration.ofMinutes(5));
    assertNotNull(hall.page());
    assertEquals(Page.FORM, hall.page());
    assertEquals(0, stops);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofMinutes(2));
    assertEquals(1, stops, "and again in earnest");
  }

  /** Without a sensor for the mains, the battery's own says that it was charged. */
  @Test
  void batteryChargedAgain_nothingHappens() {
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(10));
    watch.happened(CabinetEvent.BATTERY_CHARGED);
    pass(Duration.ofMinutes(5));
    assertEquals(0, stops);
  }

  @Test
  void startedWithAnEmptyBatteryOnTheMains_isServedWhileItIsCharged_untilTheMainsGoes() {
    onBattery = Optional.of(false);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofMinutes(5));
    assertEquals(0, stops);
    onBattery = Optional.of(true);
    watch.happened(CabinetEvent.MAINS_LOST);
    pass(Duration.ofSeconds(14));
    assertEquals(0, stops);
    pass(Duration.ofSeconds(2));
    assertEquals(1, stops, "it is as empty as it was");
  }

  @Test
  void contactThatChattersOnTheBattery_theCountdownGoesOn() {
    onBattery = Optional.of(true);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(10));
    watch.happened(CabinetEvent.BATTERY_CHARGED);
    pass(Duration.ofSeconds(6));
    assertEquals(1, stops);
  }

  @Test
  void contactThatChattered_isForgottenOnceTheMainsIsBack() {
    onBattery = Optional.of(true);
    watch.happened(CabinetEvent.BATTERY_LOW);
    watch.happened(CabinetEvent.BATTERY_CHARGED);
    onBattery = Optional.of(false);
    watch.happened(CabinetEvent.MAINS_BACK);
    onBattery = Optional.of(true);
    watch.happened(CabinetEvent.MAINS_LOST);
    pass(Duration.ofMinutes(5));
    assertEquals(0, stops, "the next cut finds a battery that was charged");
  }

  @Test
  void mainsBackAtTheLastMoment_theKioskDoesNotStop() {
    onBattery = Optional.of(true);
    watch.happened(CabinetEvent.BATTERY_LOW);
    pass(Duration.ofSeconds(14));
    onBattery = Optional.of(false);
    pass(Duration.ofMinutes(5));
    assertEquals(0, stops);
  }
}
