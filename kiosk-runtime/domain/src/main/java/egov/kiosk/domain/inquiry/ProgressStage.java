package egov.kiosk.domain.inquiry;

/**
 * Where an application stands (办件状态), in the steps every office knows. Persist names, never
 * ordinals.
 */
public enum ProgressStage {
  /** Handed in, not yet looked at (已收件). */
  RECEIVED,
  /** Taken up (已受理). */
  ACCEPTED,
  /** Being worked on (办理中). */
  PROCESSING,
  /** Papers are missing (待补正). */
  SUPPLEMENT,
  /** Done, with what was asked for (已办结). */
  DONE,
  /** Not taken up (不予受理). */
  NOT_ACCEPTED,
  /** Done, and turned down (不予许可). */
  REFUSED,
  /** Taken back by who handed it in (已撤回). */
  WITHDRAWN
}
