package egov.kiosk.proving.stand;

import egov.kiosk.proving.audit.Finding;
import java.util.List;

/**
 * What the stores of a platform do not agree on.
 *
 * @param lost what one has and the next never got, a line each
 * @param doubled what one has more often than it may, a line each
 */
record Discord(List<String> lost, List<String> doubled) {
  static final Discord NONE = new Discord(List.of(), List.of());

  void tell(Finding finding) {
    lost.forEach(finding::lost);
    doubled.forEach(finding::doubled);
  }
}
