package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.BoxedRow;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.RowSeal;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Which rows a salvage takes. Rows of this program's form go over as they are, still sealed; no key
 * is needed for that, and the first look at each with the keys tells what is forged. Used by one
 * thread.
 */
public final class Admission {
  private final MessageDigest sha256 = RowSeal.digest();
  private final Optional<RowBox> older;
  private final Optional<RowBox> orphans;
  private boolean refused;

  private Admission(Optional<RowBox> older, Optional<RowBox> orphans) {
    this.older = older;
    this.orphans = orphans;
  }

  /** Rows of this program's form only, by a tool without keys. */
  public static Admission withoutKeys() {
    return new Admission(Optional.empty(), Optional.empty());
  }

  /**
   * By a kiosk that has its keys.
   *
   * @param olderToo whether rows from before there were keys can be its own
   * @param orphansToo whether rows under keys that are lost are taken, too, without what is sealed
   *     in them: a technician asked for it
   */
  public static Admission with(RowBox box, boolean olderToo, boolean orphansToo) {
    return new Admission(
        olderToo ? Optional.of(box) : Optional.empty(),
        orphansToo ? Optional.of(box) : Optional.empty());
  }

  /** Whether rows from before there were keys were met and not taken. */
  boolean refused() {
    return refused;
  }

  Optional<BoxedRow> admit(BoxedRow row) throws SQLException {
    if (!RowSeal.fits(row, sha256)) {
      return Optional.empty();
    }
    return orphans.isEmpty() ? Optional.of(row) : Optional.of(orphans.get().adopt(row, sha256));
  }

  Optional<BoxedRow> admitOlder(StoredRow row, byte[] seal) throws SQLException {
    if (!RowBox.fitsOlder(row, seal, sha256)) {
      return Optional.empty();
    }
    refused |= older.isEmpty();
    return older.isEmpty() ? Optional.empty() : Optional.of(older.get().seal(row, sha256));
  }
}
