package egov.kiosk.audit.record;

import egov.kiosk.crypto.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as its line says it: one JSON object (RFC 8259) in ASCII whose members always stand in
 * the same order. The last member is SM3 (GB/T 32905) over every byte of the line before it, so
 * that {@code openssl dgst -sm3} can check a line; the member before is that of the record before.
 *
 * @param boot drawn at every start of the process
 * @param mono milliseconds since that start, never set back
 * @param attributes what stands between the braces
 * @param soundHash whether {@code sm3} is what the line's bytes give
 */
public record Entry(
    long sequence,
    Instant time,
    String boot,
    long mono,
    Draft draft,
    String previous,
    String sm3,
    boolean soundHash) {
  /** No line is longer, its line feed included. */
  public static final int LONGEST = 2048;

  static final Pattern MEMBER =
      Pattern.compile("\"([a-z][a-z-]{0,31})\":(?:\"([^\"\\\\]*)\"|([0-9]+))");

  private static final String TAIL = ",\"sm3\":\"";
  private static final int TAIL_LENGTH = TAIL.length() + 64 + 2;
  private static final HexFormat HEX = HexFormat.of();

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"seq\":([1-9][0-9]{0,17}),\"time\":\"([0-9T:.-]{19,29}Z)\",\"boot\":\"([0-9a-f]{8})\","
              + "\"mono\":([0-9]{1,18}),\"actor\":\"([a-z-]{1,32})\","
              + "\"code\":\"([A-Za-z0-9._-]{0,48})\",\"action\":\"([a-z.-]{1,48})\","
              + "\"result\":\"([a-z-]{1,32})\",\"class\":\"([a-z-]{1,32})\","
              + "\"subject\":\"([A-Za-z0-9:._-]{0,120})\",\"attributes\":\\{([ !#-\\[\\]-z\"]*)\\},"
              + "\"prev\":\"([0-9a-f]{64})\",\"sm3\":\"([0-9a-f]{64})\"\\}");

  /** The line of a record, with its line feed; {@code sm3} is computed here. */
  static Written write(
      long sequence, Instant time, String boot, long mono, Draft draft, String previous) {
    return write(sequence, time.toString(), boot, mono, draft, previous);
  }

  /** The same with the time in its text form. */
  static Written write(
      long sequence, String time, String boot, long mono, Draft draft, String previous) {
    StringBuilder line =
        new StringBuilder(512)
            .append("{\"seq\":")
            .append(sequence)
            .append(",\"time\":\"")
            .append(time)
            .append("\",\"boot\":\"")
            .append(boot)
            .append("\",\"mono\":")
            .append(mono)
            .append(",\"actor\":\"")
            .append(draft.actor())
            .append("\",\"code\":\"")
            .append(draft.code())
            .append("\",\"action\":\"")
            .append(draft.action())
            .append("\",\"result\":\"")
            .append(draft.result())
            .append("\",\"class\":\"")
            .append(draft.dataClass())
            .append("\",\"subject\":\"")
            .append(draft.subject())
            .append("\",\"attributes\":{")
            .append(draft.attributes())
            .append("},\"prev\":\"")
            .append(previous)
            .append('"');
    byte[] hashed = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    String sm3 = HEX.formatHex(Sm3.digest(hashed));
    byte[] tail = (TAIL + sm3 + "\"}\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = Arrays.copyOf(hashed, hashed.length + tail.length);
    System.arraycopy(tail, 0, whole, hashed.length, tail.length);
    return new Written(whole, sm3);
  }

  /** A line and the digest at its end. */
  record Written(byte[] line, String sm3) {}

  /** Reads a line without its line feed; empty when it has not the form of one. */
  public static Optional<Entry> parse(byte[] line) {
    if (line.length >= LONGEST) {
      return Optional.empty();
    }
    Matcher found = LINE.matcher(new String(line, StandardCharsets.ISO_8859_1));
    if (!found.matches()) {
      return Optional.empty();
    }
    byte[] hashed = Arrays.copyOf(line, line.length - TAIL_LENGTH);
    String sm3 = found.group(13);
    try {
      return Optional.of(
          new Entry(
              Long.parseLong(found.group(1)),
              Instant.parse(found.group(2)),
              found.group(3),
              Long.parseLong(found.group(4)),
              new Draft(
                  found.group(5),
                  found.group(6),
                  found.group(7),
                  found.group(8),
                  found.group(9),
                  found.group(10),
                  found.group(11)),
              found.group(12),
              sm3,
              HEX.formatHex(Sm3.digest(hashed)).equals(sm3)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it is what the log says about itself. */
  public boolean is(Draft.Own what) {
    return draft.action().equals(what.word());
  }

  /** One attribute; empty text when there is none of that name. */
  public String attribute(String name) {
    return Draft.parsed(draft.attributes()).getOrDefault(name, "");
  }

  /** One attribute as a number; -1 when there is none. */
  public long number(String name) {
    String value = attribute(name);
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
  }
}
