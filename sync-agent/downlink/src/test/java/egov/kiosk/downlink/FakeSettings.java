package egov.kiosk.downlink;

import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.SettingsRefusedException;
import egov.kiosk.launcher.port.SettingsRefusedException.Reason;
import java.time.Duration;
import java.util.Map;

/** What the launcher does, in memory. */
final class FakeSettings implements RemoteSettings {
  String site = "base";
  String damage = "";
  boolean trouble;
  private String keptSite = "base";
  private long kept;
  private long trial;
  private long reverted;
  private Duration left = Duration.ZERO;

  /** The launcher lost its file. */
  void forget() {
    kept = 0;
    trial = 0;
    reverted = 0;
    site = "base";
    keptSite = "base";
  }

  @Override
  public State state() {
    return new State(kept, trial, left, reverted, trouble, damage);
  }

  @Override
  public void begin(long version, Map<String, Map<String, String>> settings)
      throws SettingsRefusedException {
    if (version <= Math.max(Math.max(kept, trial), reverted)) {
      throw new SettingsRefusedException(Reason.OLD, "was here");
    }
    String wanted = settings.get("flow").get("site");
    if (wanted.equals("bad")) {
      throw new SettingsRefusedException(Reason.INVALID, "flow.site must be good");
    }
    site = wanted;
    trial = version;
    trouble = false;
    left = TRIAL;
  }

  @Override
  public void keep() {
    kept = trial;
    keptSite = site;
    trial = 0;
  }

  @Override
  public void revert() {
    reverted = Math.max(reverted, trial);
    trial = 0;
    site = keptSite;
    trouble = false;
  }

  @Override
  public boolean spend(Duration ran) {
    left = left.minus(ran);
    boolean over = trial > 0 && (left.isNegative() || left.isZero());
    if (over) {
      revert();
    }
    return over;
  }
}
