package egov.kiosk.domain.print;

/**
 * What a printer knows a job by.
 *
 * @param number the printer's job number (job-id, RFC 8011 §5.3.2), at least 1
 */
public record PageTicket(int number) {
  public PageTicket {
    if (number < 1) {
      throw new IllegalArgumentException("a printer's jobs are numbered from 1");
    }
  }
}
