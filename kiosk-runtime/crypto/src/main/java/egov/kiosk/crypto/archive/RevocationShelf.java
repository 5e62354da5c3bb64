package egov.kiosk.crypto.archive;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the newest revocation list of each authority across restarts, so that an older one put back
 * into the configured file never makes a revoked certificate good again. Not for several threads.
 */
public final class RevocationShelf {
  private final Path kept;

  /**
   * @param kept this machine's own file; nobody else writes it
   */
  public RevocationShelf(Path kept) {
    this.kept = kept;
  }

  /**
   * What came of looking.
   *
   * @param trust the authorities with the newest list of each
   * @param problem why a list was not taken, e.g. because it is older; the others were
   */
  public record Stocked(TrustStore trust, Optional<CryptoException> problem) {}

  /**
   * Takes what is kept and what is offered, and keeps what is newer.
   *
   * @param offered the configured file; empty when none is configured
   */
  public Stocked stock(TrustStore trust, Optional<Path> offered) {
    Stocked stocked = new Stocked(trust, Optional.empty());
    if (Files.exists(kept)) {
      stocked = taken(stocked, kept);
    }
    List<RevocationList> before = stocked.trust().revocations().lists();
    if (offered.isPresent()) {
      stocked = taken(stocked, offered.get());
    }
    List<RevocationList> now = stocked.trust().revocations().lists();
    return now.containsAll(before) && now.size() == before.size() ? stocked : keep(stocked, now);
  }

  private static Stocked taken(Stocked so, Path file) {
    TrustStore trust = so.trust();
    Optional<CryptoException> problem = so.problem();
    try {
      for (RevocationList list : PemFiles.readRevocationLists(file)) {
        try {
          trust = trust.with(list);
        } catch (CryptoException e) {
          problem = Optional.of(e);
        }
      }
    } catch (CryptoException e) {
      problem = Optional.of(e);
    }
    return new Stocked(trust, problem);
  }

  private Stocked keep(Stocked stocked, List<RevocationList> lists) {
    Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
    try {
      PemFiles.writeRevocationLists(fresh, lists);
      Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return stocked;
    } catch (IOException e) {
      return new Stocked(
          stocked.trust(),
          Optional.of(
              new CryptoException(
                  CryptoFault.FILE_UNREADABLE,
                  "cannot keep the newest revocation lists in "
                      + kept
                      + "; let this process's user write there")));
    }
  }
}
