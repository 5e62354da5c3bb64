package egov.kiosk.portraitdecoder.child;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;

/**
 * What the child lets itself do, set before the site's library is loaded: no core dump, because it
 * would hold a citizen's portrait; no file of any size, for the same reason; no more memory than a
 * decoder needs.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">setrlimit(2)</a>
 */
final class ProcessLimits {
  private static final int FILE_SIZE = 1;
  private static final int DATA = 2;
  private static final int CORE = 4;
  private static final long MOST_DATA = 512L * 1024 * 1024;

  private ProcessLimits() {}

  /** The C library's calls. */
  interface CLibrary extends Library {
    int setrlimit(int resource, Limit limit) throws LastErrorException;

    int dup(int fd) throws LastErrorException;

    int dup2(int from, int to) throws LastErrorException;
  }

  /** {@code struct rlimit} on 64-bit Linux. */
  @Structure.FieldOrder({"soft", "hard"})
  public static final class Limit extends Structure {
    public long soft;
    public long hard;

    public Limit() {
      this(0);
    }

    Limit(long value) {
      soft = value;
      hard = value;
    }
  }

  /**
   * Sets the limits and keeps standard output for the answers: what the library prints goes to
   * standard error.
   *
   * @return the descriptor for the answers
   */
  static int apply() {
    CLibrary c = Native.load("c", CLibrary.class);
    int answers = c.dup(1);
    c.dup2(2, 1);
    c.setrlimit(CORE, new Limit(0));
    c.setrlimit(DATA, new Limit(MOST_DATA));
    c.setrlimit(FILE_SIZE, new Limit(0));
    return answers;
  }
}
