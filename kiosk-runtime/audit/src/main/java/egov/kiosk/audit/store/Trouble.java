package egov.kiosk.audit.store;

import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.audit.AuditUnavailableException.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** What keeps the log from being written, in the words of those who must act. */
final class Trouble {
  private Trouble() {}

  /** A try to write. */
  interface Write {
    void run() throws IOException;
  }

  /** Tries; what went wrong, if anything did. */
  static Optional<AuditUnavailableException> of(Write write) {
    try {
      write.run();
      return Optional.empty();
    } catch (LogFile.BudgetException e) {
      return Optional.of(new AuditUnavailableException(Reason.FULL, e.getMessage()));
    } catch (IOException e) {
      boolean full = String.valueOf(e.getMessage()).contains("No space left");
      String what = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
      return Optional.of(
          new AuditUnavailableException(
              full ? Reason.FULL : Reason.IO, "the audit log cannot be written: " + what));
    } catch (RuntimeException e) {
      return Optional.of(
          new AuditUnavailableException(Reason.IO, "an error of the program: " + e.getClass()));
    }
  }
}
