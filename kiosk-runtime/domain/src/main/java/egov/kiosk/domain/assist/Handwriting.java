package egov.kiosk.domain.assist;

import java.util.List;

/** Reads handwriting (手写输入), offline. Safe for use by several threads; a call ends in seconds. */
public interface Handwriting {
  /**
   * What the character may be, likely ones first. Nothing is kept or logged.
   *
   * @param most how many at most, 1 to 30
   * @return single characters; empty when it looks like none
   * @throws AssistUnavailableException when nothing can be read now
   */
  List<String> candidates(Ink ink, int most) throws AssistUnavailableException;
}
