package egov.kiosk.audit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Up to which record the log is elsewhere too: one number in a file, replaced as a whole. */
public final class ExportMark {
  private final Path path;

  /** What a technician exported, or a collector got. */
  public ExportMark(Path directory) {
    this(directory, "exported");
  }

  /** A mark of that name. */
  public ExportMark(Path directory, String name) {
    path = directory.resolve(name);
  }

  /** The newest record that is elsewhere too, with every one before; 0 for none. */
  public long read() throws IOException {
    try {
      String text = Files.readString(path, StandardCharsets.ISO_8859_1).strip();
      return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /**
   * These records are elsewhere now.
   *
   * @return whether that moved the mark: it does not when there is a gap before {@code first}
   */
  public boolean note(long first, long last) throws IOException {
    long before = read();
    if (first > before + 1 || last <= before) {
      return false;
    }
    replace(last);
    return true;
  }

  /** Up to this one, whatever was before. */
  public void replace(long last) throws IOException {
    Disk.replace(path, (last + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
