package egov.kiosk.audit.verify;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param flaw the first bad record; empty when the log is whole
 * @param kioskId whose log it is; empty text when it does not say
 * @param first sequence of the first record that is there
 * @param last sequence of the last record that was read and found good
 * @param checkpoints how many signed heads were found good
 * @param covered up to which record a good signed head covers the log
 * @param signed whether signatures were checked, which takes a certificate
 * @param notices what is no flaw, but worth knowing: power cuts, clocks that were set, destruction
 */
public record Verdict(
    Optional<Flaw> flaw,
    String kioskId,
    long first,
    long last,
    long checkpoints,
    long covered,
    boolean signed,
    List<String> notices) {
  public Verdict {
    notices = List.copyOf(notices);
  }

  /** Whether every record is as it was written, as far as this can be told. */
  public boolean whole() {
    return flaw.isEmpty();
  }
}
