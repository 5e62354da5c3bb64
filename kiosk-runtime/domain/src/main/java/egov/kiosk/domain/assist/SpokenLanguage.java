package egov.kiosk.domain.assist;

/** The languages the kiosk speaks. */
public enum SpokenLanguage {
  /** Mandarin (普通话). */
  CHINESE,
  ENGLISH
}
