package egov.kiosk.assist.writing;

import egov.kiosk.assist.ChildProgram;
import egov.kiosk.assist.Turn;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Ink;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Handwriting by the program {@code zinnia} with the model of Debian's
 * tegaki-zinnia-simplified-chinese, which knows the 6,763 characters of GB 2312; rarer ones are
 * found by pinyin. One process a character: it maps the model and answers within milliseconds.
 */
public final class ZinniaWriting implements Handwriting, HealthCheck, AutoCloseable {
  /** The check's name. */
  public static final String NAME = "handwriting";

  private static final int MOST_OUTPUT = 64 * 1024;
  private static final int MOST_POINTS_SENT = 400;

  private final WritingSettings settings;
  private final ChildProgram program = new ChildProgram("zinnia", MOST_OUTPUT);
  private final Turn turn;

  /**
   * @param nanos a monotonic clock
   */
  public ZinniaWriting(WritingSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.turn = new Turn("zinnia", nanos, settings.timeout());
  }

  @Override
  public List<String> candidates(Ink ink, int most) throws AssistUnavailableException {
    if (most < 1 || most > 30) {
      throw new IllegalArgumentException("1 to 30 candidates can be had");
    }
    return turn.take(() -> read(ink, most, settings.timeout()));
  }

  private List<String> read(Ink ink, int most, Duration limit) throws AssistUnavailableException {
    if (!Files.isReadable(Path.of(settings.model()))) {
      throw new AssistUnavailableException(
          Reason.MISSING, "the handwriting model " + settings.model() + " cannot be read");
    }
    List<String> command =
        List.of(settings.program(), "-m", settings.model(), "-n", Integer.toString(most));
    byte[] answer = program.run(command, sentence(ink), limit);
    Collection<String> found = new LinkedHashSet<>();
    for (String line : new String(answer, StandardCharsets.UTF_8).split("\n")) {
      int space = line.indexOf(' ');
      String character = space < 0 ? "" : line.substring(0, space);
      if (character.codePointCount(0, character.length()) == 1 && found.size() < most) {
        found.add(character);
      }
    }
    return List.copyOf(found);
  }

  /** Zinnia's own notation, one character a line; long strokes are thinned out. */
  private static byte[] sentence(Ink ink) {
    int points = ink.strokes().stream().mapToInt(stroke -> stroke.points().size()).sum();
    int step = points / MOST_POINTS_SENT + 1;
    StringBuilder text = new StringBuilder("(character (width ");
    text.append(ink.size()).append(")(height ").append(ink.size()).append(")(strokes ");
    for (Ink.Stroke stroke : ink.strokes()) {
      text.append('(');
      for (Ink.Point point : thinned(stroke.points(), step)) {
        text.append('(').append(point.x()).append(' ').append(point.y()).append(')');
      }
      text.append(')');
    }
    return text.append("))\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Ink.Point> thinned(List<Ink.Point> points, int step) {
    List<Ink.Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += step) {
      kept.add(points.get(i));
    }
    kept.add(points.get(points.size() - 1));
    return kept;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Has one level stroke read: it is the number one. */
  @Override
  public Finding check(Duration timeout) {
    Duration limit = timeout.compareTo(Duration.ofSeconds(3)) > 0 ? Duration.ofSeconds(3) : timeout;
    Ink one =
        new Ink(
            300,
            List.of(
                new Ink.Stroke(
                    List.of(
                        new Ink.Point(30, 150),
                        new Ink.Point(150, 150),
                        new Ink.Point(270, 150)))));
    try {
      List<String> found = read(one, 3, limit);
      return found.contains("一")
          ? Finding.ok(NAME, "handwriting is read, offline")
          : missing("zinnia does not read a plain stroke; its model may be damaged");
    } catch (AssistUnavailableException e) {
      return missing(e.getMessage());
    }
  }

  private static Finding missing(String what) {
    return new Finding(
        NAME,
        Level.WARN,
        what + "; citizens type by pinyin",
        Actor.TECHNICIAN,
        "install the Debian packages zinnia-utils and tegaki-zinnia-simplified-chinese");
  }

  @Override
  public void close() {
    program.close();
  }
}
