package egov.kiosk.integrity;

import java.util.List;

/**
 * What a check of the program found.
 *
 * @param files how many files were as released
 * @param bytes how much they hold
 * @param faults what is not, in order, at most {@link #MOST}; no file's text in them
 * @param count how many faults there were
 */
public record Verdict(int files, long bytes, List<String> faults, int count) {
  static final int MOST = 20;

  public Verdict {
    faults = List.copyOf(faults);
  }

  /** Nothing could be compared at all. */
  static Verdict refused(String why) {
    return new Verdict(0, 0, List.of(why), 1);
  }

  /** Whether the program is as it was released. */
  public boolean whole() {
    return count == 0;
  }

  /** One sentence. */
  public String sentence() {
    if (whole()) {
      return files + " program files are as they were released";
    }
    String more = count > faults.size() ? " and " + (count - faults.size()) + " more" : "";
    return String.join("; ", faults) + more;
  }
}
