package egov.kiosk.domain.fleet;

/** Why a kiosk serves nobody new (暂停服务). Several may hold at once; each ends by itself. */
public enum Closure {
  /** By order of the platform. */
  PLATFORM(true),
  /** A technician works on it (维护). */
  MAINTENANCE(true),
  /** It cannot be relied on: what it could do about itself was tried (安全模式). */
  SAFE_MODE(true),
  /** It is not open at this time of the day or on this day. */
  HOURS(false),
  /** Its battery is nearly empty. */
  POWER(false);

  private final boolean ordered;

  Closure(boolean ordered) {
    this.ordered = ordered;
  }

  /** Whether somebody orders it and ends it, so that it holds over a restart; else it is seen. */
  public boolean ordered() {
    return ordered;
  }
}
