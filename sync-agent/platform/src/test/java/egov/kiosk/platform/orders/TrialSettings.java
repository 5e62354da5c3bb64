package egov.kiosk.platform.orders;

import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.platform.Lab;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.time.Duration;
import java.util.Map;

/** Stands in for the launcher: one setting, the broker's port, and a trial of three seconds. */
final class TrialSettings implements RemoteSettings {
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final Lab lab;
  private final MqttUplink uplink;
  private int port;
  private int before;
  private State state = new State(0, 0, Duration.ZERO, 0, false, "");

  TrialSettings(Lab lab, int port, MqttUplink uplink) {
    this.lab = lab;
    this.port = port;
    this.uplink = uplink;
  }

  @Override
  public synchronized State state() {
    return state;
  }

  @Override
  public synchronized void begin(long version, Map<String, Map<String, String>> settings) {
    before = port;
    use(Integer.parseInt(settings.get("uplink").get("port")));
    state = new State(state.kept(), version, SHORT, state.reverted(), false, "");
  }

  @Override
  public synchronized void keep() {
    state = new State(state.trial(), 0, Duration.ZERO, state.reverted(), false, "");
  }

  @Override
  public synchronized void revert() {
    use(before);
    state = new State(state.kept(), 0, Duration.ZERO, state.trial(), false, "");
  }

  @Override
  public synchronized boolean spend(Duration ran) {
    Duration left = state.left().minus(ran);
    state = new State(state.kept(), state.trial(), left, state.reverted(), false, "");
    if (left.isNegative()) {
      revert();
    }
    return left.isNegative();
  }

  private void use(int wanted) {
    port = wanted;
    uplink.reconfigure(lab.settings(Lab.A, wanted));
  }
}
