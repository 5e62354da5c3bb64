package egov.kiosk.updates.slot;

import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.disk.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the runtime asks the helper for, as one line in a file, because the runtime may not write
 * the program itself. Whoever obeys checks everything again: a request is only a wish.
 *
 * @param kind what is asked for
 * @param why for {@link Kind#GIVE_UP}, one word; otherwise empty
 */
public record Request(Kind kind, String why) {
  /** What can be asked for. */
  public enum Kind {
    /** Install what was downloaded. */
    INSTALL,
    /** Begin the trial of what is installed. */
    BEGIN,
    /** Keep what is on trial. */
    KEEP,
    /** Give up what is on trial. */
    GIVE_UP
  }

  private static final Pattern LINE = Pattern.compile("([A-Z_]{4,8})(?: ([a-z0-9-]{1,32}))?\n");
  private static final String FILE = "request";

  /** A request without a reason. */
  public static Request of(Kind kind) {
    return new Request(kind, "");
  }

  /** Leaves it where the helper looks; replaces one that nobody obeyed yet. */
  public void leave(Path exchange) throws IOException {
    String line = why.isEmpty() ? kind.name() : kind.name() + " " + why;
    new Disk(Steps.NONE)
        .replace(exchange.resolve(FILE), (line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The request that lies there; empty when none does, or it is none. */
  public static Optional<Request> find(Path exchange) throws IOException {
    String text;
    try {
      text = new String(Disk.small(exchange.resolve(FILE), 64), StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Matcher line = LINE.matcher(text);
    if (line.matches()) {
      for (Kind kind : Kind.values()) {
        if (kind.name().equals(line.group(1))) {
          return Optional.of(new Request(kind, line.group(2) == null ? "" : line.group(2)));
        }
      }
    }
    return Optional.empty();
  }

  /** Takes it away: what was obeyed once, and what nobody understands. */
  public static void clear(Path exchange) throws IOException {
    Files.deleteIfExists(exchange.resolve(FILE));
  }
}
