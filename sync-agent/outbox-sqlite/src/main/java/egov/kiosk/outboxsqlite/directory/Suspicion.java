package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/**
 * What the next start must know about the file: that it was found damaged, and has to be salvaged
 * without another look. An empty note asks for a look at all of it.
 */
public final class Suspicion {
  private final StateDirectory directory;

  public Suspicion(StateDirectory directory) {
    this.directory = directory;
  }

  /** Asks for a look at all of it, by the queue that has it open or at the next start. */
  public void ask() throws OutboxException {
    if (!any()) {
      note("");
    }
  }

  /** Notes it. */
  public void note(String why) throws OutboxException {
    try {
      Files.writeString(
          directory.create(StoreFiles.SUSPECT),
          why,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Whether a look at all of the file is asked for, or more. */
  public boolean any() {
    return directory.has(StoreFiles.SUSPECT);
  }

  /** Whether the file is known to be damaged. */
  public boolean certain() {
    return directory.size(StoreFiles.SUSPECT) > 0;
  }

  /** The look was had, or the file it was about is set aside. */
  public void settle() throws OutboxException {
    try {
      Files.deleteIfExists(directory.file(StoreFiles.SUSPECT));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private OutboxException unwritable(IOException e) {
    return new OutboxException(
        OutboxException.Reason.IO,
        "cannot write to " + directory.path() + "; is the disk read-only?",
        e);
  }
}
