package egov.kiosk.integrity;

import java.util.regex.Pattern;

/**
 * One file of the program.
 *
 * @param path below the installation, with slashes, without {@code .} and {@code ..}
 * @param size bytes
 * @param sm3 64 lower-case hexadecimal digits
 */
public record ProgramFile(String path, long size, String sm3) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PATH =
      Pattern.compile("(?!\\.{1,2}/)[^/\\p{Cntrl}\\\\]+(/(?!\\.{1,2}(/|$))[^/\\p{Cntrl}\\\\]+)*");
  private static final int LONGEST = 512;

  /**
   * @throws IllegalArgumentException when a part is not in order
   */
  public ProgramFile {
    if (path.length() > LONGEST || !PATH.matcher(path).matches() || path.matches("\\.{1,2}")) {
      throw new IllegalArgumentException("a path leads out of the installation, or is none");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a size is negative");
    }
    if (!DIGEST.matcher(sm3).matches()) {
      throw new IllegalArgumentException("a digest is not 64 hexadecimal digits");
    }
  }

  /** The line of the list, without its end. */
  String line() {
    return sm3 + "  " + size + "  " + path;
  }
}
