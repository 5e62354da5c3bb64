package egov.kiosk.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a program, in order of path. Its form is text, UTF-8, one line a file, every line
 * ended by a line feed: the SM3 digest, the size and the path, two spaces between. There is one way
 * only to write a list, and no other is read. Immutable.
 */
public final class ProgramList {
  /** The list's name below the installation. */
  public static final String FILE_NAME = "program.list";

  /** Its signature's name beside it: GB/T 35275 SignedData over the list's bytes. */
  public static final String SIGNATURE_NAME = "program.list.p7s";

  static final int MOST_BYTES = 4 << 20;
  private static final int MOST_FILES = 20_000;
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (0|[1-9][0-9]{0,14})  (.+)");

  private final Map<String, ProgramFile> files;

  private ProgramList(Map<String, ProgramFile> files) {
    this.files = files;
  }

  /**
   * A list of files.
   *
   * @throws ProgramListException when there are none, too many, or two of one path
   */
  public static ProgramList of(List<ProgramFile> files) throws ProgramListException {
    Map<String, ProgramFile> byPath = new TreeMap<>(Comparator.naturalOrder());
    for (ProgramFile file : files) {
      if (byPath.put(file.path(), file) != null) {
        throw new ProgramListException("the list of program files names a file twice");
      }
    }
    if (byPath.isEmpty() || byPath.size() > MOST_FILES) {
      throw new ProgramListException(
          "the list of program files names "
              + byPath.size()
              + " files, 1 to "
              + MOST_FILES
              + " are allowed");
    }
    return new ProgramList(byPath);
  }

  /**
   * Reads a list.
   *
   * @throws ProgramListException when it is not exactly as {@link #bytes} would write it
   */
  public static ProgramList parse(byte[] bytes) throws ProgramListException {
    if (bytes.length > MOST_BYTES) {
      throw new ProgramListException("the list of program files is larger than any may be");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProgramListException("the list of program files is not UTF-8", e);
    }
    List<ProgramFile> files = new ArrayList<>();
    String last = "";
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isEmpty() && number > 1) {
        continue;
      }
      ProgramFile file = file(line, number);
      if (file.path().compareTo(last) <= 0) {
        throw new ProgramListException(
            "line " + number + " of the list of program files is out of order");
      }
      last = file.path();
      files.add(file);
    }
    ProgramList list = of(files);
    if (!java.util.Arrays.equals(list.bytes(), bytes)) {
      throw new ProgramListException("the list of program files is not in its one form");
    }
    return list;
  }

  private static ProgramFile file(String line, int number) throws ProgramListException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new ProgramListException(
          "line " + number + " of the list of program files is not digest, size, path");
    }
    try {
      return new ProgramFile(parts.group(3), Long.parseLong(parts.group(2)), parts.group(1));
    } catch (IllegalArgumentException e) {
      throw new ProgramListException(
          "line " + number + " of the list of program files: " + e.getMessage(), e);
    }
  }

  /** The list's one form. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    for (ProgramFile file : files.values()) {
      text.append(file.line()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The files by path. */
  public Map<String, ProgramFile> files() {
    return java.util.Collections.unmodifiableMap(files);
  }
}
