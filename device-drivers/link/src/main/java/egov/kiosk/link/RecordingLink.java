package egov.kiosk.link;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes down what goes over another link, for a technician or a test; no configuration switches it
 * on. Unless {@link #withContents} is asked for, only directions and lengths are written, because
 * the bytes of a citizen's card or slip must not be kept.
 */
public final class RecordingLink implements Link {
  private final Link link;
  private final Consumer<String> lines;
  private final boolean contents;

  private RecordingLink(Link link, Consumer<String> lines, boolean contents) {
    this.link = Objects.requireNonNull(link, "link");
    this.lines = Objects.requireNonNull(lines, "lines");
    this.contents = contents;
  }

  /** Records directions and lengths. */
  public static RecordingLink lengthsOnly(Link link, Consumer<String> lines) {
    return new RecordingLink(link, lines, false);
  }

  /**
   * Records every byte, in the form {@link Tape} reads. Only for synthetic cards and test slips:
   * whoever calls this answers for what is kept.
   */
  public static RecordingLink withContents(Link link, Consumer<String> lines) {
    return new RecordingLink(link, lines, true);
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    int count = link.read(buffer, offset, length, timeout);
    if (count > 0) {
      lines.accept(Tape.line(Tape.Direction.RECEIVED, buffer, offset, count, contents));
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException {
    link.write(bytes, timeout);
    lines.accept(Tape.line(Tape.Direction.SENT, bytes, 0, bytes.length, contents));
  }

  @Override
  public void close() {
    link.close();
  }
}
