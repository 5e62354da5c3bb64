package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Ground.Need;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a stand. */
public enum Kind {
  KILL_KIOSK(new Kills(Kills.Victim.KIOSK), 14),
  KILL_BROKER(new Kills(Kills.Victim.BROKER), 6),
  KILL_PLATFORM(new Kills(Kills.Victim.PLATFORM), 6),
  KILL_SEVERAL(new Kills(Kills.Victim.KIOSK, Kills.Victim.BROKER, Kills.Victim.PLATFORM), 6),
  POWER_CUT(new PowerCut(), 12, Need.DISK),
  PLATFORM_POWER_CUT(new PlatformPowerCut(), 6, Need.DISK),
  KILL_WORKER(new WorkerKill(), 10, Need.WORKERS),
  KILL_DATABASE(new DatabaseKill(), 6, Need.WORKERS),
  FLIPPED_PAGES(new PageDamage(PageDamage.Way.FLIP), 5),
  TORN_PAGES(new PageDamage(PageDamage.Way.TEAR), 5),
  DAMAGED_LOG(new PageDamage(PageDamage.Way.LOG), 4),
  DISK_FULL(new DiskFull(), 8, Need.DISK),
  IO_ERROR(new IoError(), 8, Need.SHIM),
  CLOCK_JUMP(new ClockJump(), 6, Need.SHIM),
  LINK_CUT(new Line(Line.Trouble.CUT), 5),
  LINK_STALL(new Line(Line.Trouble.STALL), 4),
  LINK_HALF_OPEN(new Line(Line.Trouble.HALF_OPEN), 2),
  LINK_SLOW(new Line(Line.Trouble.SLOW), 3),
  CAPTIVE_PORTAL(new Line(Line.Trouble.PORTAL), 2),
  RECONNECT_STORM(new Line(Line.Trouble.STORM), 3),
  REPLAY(new Replay(), 8);

  private final Fault fault;
  private final int weight;
  private final Optional<Need> need;

  Kind(Fault fault, int weight) {
    this(fault, weight, null);
  }

  Kind(Fault fault, int weight, Need need) {
    this.fault = fault;
    this.weight = weight;
    this.need = Optional.ofNullable(need);
  }

  Fault fault() {
    return fault;
  }

  /** How often it comes, compared with the others. */
  int weight() {
    return weight;
  }

  /** What the machine must have for it. */
  public Optional<Need> need() {
    return need;
  }

  /** Whether it destroys bytes that were safe on the disk: then something may be missing. */
  public boolean destroys() {
    return fault instanceof PageDamage;
  }

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
