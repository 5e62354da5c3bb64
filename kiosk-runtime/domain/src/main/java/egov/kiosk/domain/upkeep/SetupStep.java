package egov.kiosk.domain.upkeep;

/** The steps of setting a machine up (开通), in their order. */
public enum SetupStep {
  /** Where it stands and to whom it belongs (组织节点). */
  SITE,
  /** Addresses, names, the way to the platform. */
  NETWORK,
  /** Clock, time zone, time service. */
  TIME,
  /** A one-time code makes it a kiosk. */
  ENROLMENT,
  /** Each device found, and bound to a path that stays. */
  DEVICES,
  /** Each device tried, and judged by a person. */
  TESTS,
  /** The program's files are the ones that were shipped. */
  PROGRAM,
  /** The acceptance report (验收报告), signed and sent. */
  REPORT
}
