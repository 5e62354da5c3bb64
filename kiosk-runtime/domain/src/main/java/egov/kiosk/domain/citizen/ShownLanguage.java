package egov.kiosk.domain.citizen;

/** The language a page was in when the citizen pressed. */
public enum ShownLanguage {
  /** Chinese alone. */
  ZH,
  /** English first, where there is English, and the Chinese with it. */
  EN
}
