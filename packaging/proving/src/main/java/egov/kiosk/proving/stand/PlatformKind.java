package egov.kiosk.proving.stand;

/** What the platform of every stand keeps things in. */
public enum PlatformKind {
  /** One gateway and its journal. */
  JOURNAL,
  /** Two gateway workers at one PostgreSQL. */
  POSTGRESQL,
  /** The same, passing everything on to Kafka. */
  KAFKA;

  /** Whether there are several workers and a database. */
  boolean database() {
    return this != JOURNAL;
  }
}
