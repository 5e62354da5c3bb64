package egov.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.health.Level;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private final Kiosk kiosk = new Kiosk();

  private List<Kiosk.Sent> alarms() {
    return kiosk.sent(UpChannel.ALARM);
  }

  private void online() {
    kiosk.telemetry.connectivityChanged(true);
  }

  @Test
  void wrongForAMinute_raisedOnce_wellForTwo_clearedOnce() {
    online();
    kiosk.findings.put("printer", Level.FAIL);
    kiosk.pass(65);
    assertTrue(alarms().isEmpty(), "the on-delay");
    kiosk.pass(20);
    assertEquals(1, alarms().size());
    assertTrue(alarms().get(0).text().contains("\"raised\":true"));
    kiosk.pass(3600);
    assertEquals(1, alarms().size());
    kiosk.findings.put("printer", Level.OK);
    kiosk.pass(115);
    assertEquals(1, alarms().size(), "the off-delay");
    kiosk.pass(20);
    assertEquals(2, alarms().size());
    assertTrue(alarms().get(1).text().contains("\"raised\":false"));
    new Contract().check(kiosk.sent);
  }

  @Test
  void flutter_neverRaised_norClearedOnceRaised() {
    online();
    for (int i = 0; i < 60; i++) {
      kiosk.findings.put("printer", i % 2 == 0 ? Level.FAIL : Level.OK);
      kiosk.pass(30);
    }
    assertTrue(alarms().isEmpty());
    kiosk.findings.put("printer", Level.WARN);
    kiosk.pass(90);
    for (int i = 0; i < 60; i++) {
      kiosk.findings.put("printer", i % 2 == 0 ? Level.WARN : Level.OK);
      kiosk.pass(30);
    }
    assertEquals(1, alarms().size());
  }

  @Test
  void flutterBetweenBadAndWorse_raised() {
    online();
    for (int i = 0; i < 10; i++) {
      kiosk.findings.put("printer", i % 2 == 0 ? Level.FAIL : Level.WARN);
      kiosk.pass(10);
    }
    assertEquals(1, alarms().size());
  }

  @Test
  void getsWorse_raisedAgainWithTheLevel() {
    online();
    kiosk.findings.put("outbox", Level.WARN);
    kiosk.pass(100);
    kiosk.findings.put("outbox", Level.FAIL);
    kiosk.pass(100);
    assertEquals(2, alarms().size());
    assertTrue(alarms().get(1).text().contains("\"level\":\"FAIL\""));
  }

  @Test
  void checkDisappears_alarmCleared() {
    online();
    kiosk.findings.put("printer", Level.FAIL);
    kiosk.pass(100);
    kiosk.findings.remove("printer");
    kiosk.pass(150);
    assertEquals(2, alarms().size());
    assertTrue(alarms().get(1).text().contains("\"raised\":false"));
  }

  @Test
  void lineDown_overBeforeItIsBack_notTold() {
    kiosk.findings.put("broker", Level.FAIL);
    kiosk.findings.put("printer", Level.WARN);
    kiosk.pass(3600);
    kiosk.findings.put("broker", Level.OK);
    kiosk.telemetry.look();
    online();
    kiosk.pass(600);
    assertEquals(1, alarms().size());
    assertTrue(alarms().get(0).text().contains("printer"));
    assertTrue(alarms().get(0).text().contains("T08:01:"), "and since when it is so");
  }

  @Test
  void tenAtOnce_sixThenAFlood_theRestWhenItCalmsDown() {
    online();
    for (int i = 0; i < 10; i++) {
      kiosk.findings.put("device-" + i, Level.FAIL);
    }
    kiosk.pass(300);
    assertEquals(7, alarms().size());
    assertTrue(alarms().get(6).text().contains("\"name\":\"alarm-flood\""));
    kiosk.pass(1200);
    List<String> told = alarms().stream().map(Kiosk.Sent::text).toList();
    assertEquals(12, told.size());
    assertTrue(told.get(7).contains("alarm-flood") && told.get(7).contains("\"raised\":false"));
    new Contract().check(kiosk.sent);
  }

  @Test
  void moreThanEverFit_toldSixBySix() {
    online();
    for (int i = 0; i < 20; i++) {
      kiosk.findings.put("device-" + i, Level.FAIL);
    }
    kiosk.pass(3600);
    assertEquals(20 + 2, alarms().size());
    assertEquals(20, kiosk.findings.size());
  }

  @Property(tries = 25)
  void anyTrouble_atMostSixInTenMinutes_inTheEndThePlatformKnows(@ForAll long seed) {
    Kiosk troubled = new Kiosk();
    Random random = new Random(seed);
    troubled.telemetry.connectivityChanged(true);
    for (int i = 0; i < 200; i++) {
      troubled.findings.put("device-" + random.nextInt(15), Level.values()[random.nextInt(3)]);
      troubled.refusing = random.nextInt(5) == 0;
      troubled.telemetry.connectivityChanged(random.nextInt(5) > 0);
      troubled.pass(random.nextInt(60));
    }
    troubled.refusing = false;
    troubled.telemetry.connectivityChanged(true);
    troubled.pass(3600);
    judge(troubled);
  }

  private static void judge(Kiosk kiosk) {
    List<Kiosk.Sent> alarms =
        kiosk.sent(UpChannel.ALARM).stream()
            .filter(s -> !s.text().contains(Alarms.FLOOD) || s.text().contains("\"raised\":false"))
            .toList();
    for (int i = FloodGate.MOST; i < alarms.size(); i++) {
      long apart = alarms.get(i).second() - alarms.get(i - FloodGate.MOST).second();
      assertTrue(apart >= 600, "seven within " + apart + " s");
    }
    kiosk.findings.forEach(
        (name, level) -> {
          List<String> about =
              alarms.stream()
                  .map(Kiosk.Sent::text)
                  .filter(text -> text.contains("\"" + name + "\""))
                  .toList();
          String last = about.isEmpty() ? "\"level\":\"OK\"" : about.get(about.size() - 1);
          assertTrue(last.contains("\"level\":\"" + level + "\""), name + " is " + level);
        });
  }
}
