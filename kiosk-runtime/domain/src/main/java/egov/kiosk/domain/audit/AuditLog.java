package egov.kiosk.domain.audit;

/**
 * The security audit log (安全审计, GB/T 22239 level 3): who did what, when, with which result, in a
 * chain nobody can change unnoticed. Holds no personal data; see {@link AuditEvent} for why it
 * cannot. Safe for use by several threads.
 *
 * <p>When the log cannot be written (disk full, disk failing, its own budget full), who is being
 * served is served to the end: {@link #record} drops the event, counts it, raises the health check
 * {@code audit} to FAIL, and the first record that can be written again says how many are missing.
 * New business is begun again when {@link #accepting} says so. Security administration is not:
 * whoever changes how the kiosk is protected asks {@link #require}, and does nothing when it
 * throws.
 */
public interface AuditLog {
  /** Where nobody listens, such as in a test or before the log is open. */
  AuditLog NONE =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          // Nobody listens.
        }

        @Override
        public void require(AuditEvent event) {
          // Nobody listens.
        }
      };

  /**
   * Whether there is room for more records. While there is none, no new business is begun: what is
   * not proven must not be done, and nothing that is only here is overwritten. Never blocks.
   */
  default boolean accepting() {
    return true;
  }

  /**
   * Records an event; never throws. When it returns, an event whose action {@linkplain
   * AuditAction#lasting() lasts} survives kill -9 and power cut, unless the disk failed or did not
   * answer within five seconds; any other does so within a second. The time is taken by the log.
   */
  void record(AuditEvent event);

  /**
   * Records an event that must be on the disk before anything follows.
   *
   * @throws AuditUnavailableException when it is not; the caller refuses what it was asked for
   */
  void require(AuditEvent event) throws AuditUnavailableException;
}
