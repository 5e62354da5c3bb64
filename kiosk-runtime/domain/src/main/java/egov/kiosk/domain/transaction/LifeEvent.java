package egov.kiosk.domain.transaction;

/**
 * What happens in a life that brings people to the kiosk (人生事件); citizens find items by it. Each
 * has its words and its picture at the screens, so a new one needs both. Persist names, never
 * ordinals.
 */
public enum LifeEvent {
  /** Growing old (养老). */
  OLD_AGE,
  /** Being ill (看病医保). */
  HEALTH,
  /** Birth and school (生育上学). */
  CHILD,
  /** Work and social insurance (就业社保). */
  WORK,
  /** Home and property (住房房产). */
  HOME,
  /** Identity, household, residence (户口证件). */
  IDENTITY,
  /** Marriage (结婚). */
  MARRIAGE,
  /** Driving (开车). */
  DRIVING,
  /** Hardship (困难救助). */
  HARDSHIP,
  /** A business of one's own (开店办企业). */
  BUSINESS,
  /** Taxes and bills (缴费纳税). */
  PAYING,
  /** Asking, waiting, complaining (预约咨询投诉). */
  ASKING
}
