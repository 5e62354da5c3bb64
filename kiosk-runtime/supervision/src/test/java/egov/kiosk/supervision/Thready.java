package egov.kiosk.supervision;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;

/** A thread whose silence the test decides. */
final class Thready implements LifeSign {
  private final String name;
  private volatile Duration silent = Duration.ZERO;

  Thready(String name) {
    this.name = name;
  }

  void silentFor(Duration duration) {
    silent = duration;
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
    return Duration.ofSeconds(60);
  }
}
