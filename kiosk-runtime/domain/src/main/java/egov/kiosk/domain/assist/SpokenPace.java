package egov.kiosk.domain.assist;

/** How fast. */
public enum SpokenPace {
  SLOW,
  NORMAL,
  FAST
}
