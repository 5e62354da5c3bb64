package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.watchdog.CriticalComponent;
import org.eclipse.kura.watchdog.WatchdogService;
import org.junit.jupiter.api.Test;

/** Threads check in while they are alive, and only then. */
class WatchTest {
  private static final Duration GRACE = Duration.ofSeconds(180);

  private final List<String> heard = new ArrayList<>();

  private final class Heard implements WatchdogService {
    @Override
    public void registerCriticalComponent(CriticalComponent component) {
      heard.add(
          "register "
              + component.getCriticalComponentName()
              + " "
              + component.getCriticalComponentTimeout());
    }

    @Override
    public void unregisterCriticalComponent(CriticalComponent component) {
      heard.add("unregister " + component.getCriticalComponentName());
    }

    @Override
    public void checkin(CriticalComponent component) {
      heard.add("alive " + component.getCriticalComponentName());
    }
  }

  private static final class Thread implements LifeSign {
    private final String name;
    private Duration silent = Duration.ofSeconds(1);

    Thread(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Duration silent() {
      return silent;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(120);
    }
  }

  @Test
  void stuckThread_checksInNoMoreUntilItRecovers() {
    Thread agent = new Thread("agent");
    WatchdogService watchdog = new Heard();
    Watch watch = new Watch();
    watch.look(Set.of(agent), watchdog, GRACE);
    assertEquals(List.of("register kiosk-agent 300000", "alive kiosk-agent"), heard);
    agent.silent = Duration.ofSeconds(121);
    watch.look(Set.of(agent), watchdog, GRACE);
    watch.look(Set.of(agent), watchdog, GRACE);
    assertEquals(2, heard.size());
    agent.silent = Duration.ZERO;
    watch.look(Set.of(agent), watchdog, GRACE);
    assertEquals("alive kiosk-agent", heard.get(2));
  }

  @Test
  void threadsAndWatchdog_comeAndGo() {
    Thread agent = new Thread("agent");
    Thread desk = new Thread("desk");
    WatchdogService watchdog = new Heard();
    Watch watch = new Watch();
    watch.look(Set.of(agent, desk), null, GRACE);
    assertEquals(List.of(), heard);
    watch.look(Set.of(agent), watchdog, GRACE);
    watch.look(Set.of(desk), watchdog, GRACE);
    assertEquals("unregister kiosk-agent", heard.get(2));
    WatchdogService another = new Heard();
    watch.look(Set.of(desk), another, GRACE);
    assertEquals("unregister kiosk-desk", heard.get(5));
    assertEquals("alive kiosk-desk", heard.get(7));
    watch.close();
    assertEquals("unregister kiosk-desk", heard.get(8));
  }
}
