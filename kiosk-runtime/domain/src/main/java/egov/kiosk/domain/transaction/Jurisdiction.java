package egov.kiosk.domain.transaction;

import java.util.List;

/**
 * Whose matter it is (管辖), and for whom it is taken in elsewhere (跨省通办).
 *
 * @param region the division that decides, six digits (GB/T 2260)
 * @param crossProvince provinces whose matters are taken in here and passed on, six digits each
 *     ending in 0000; the one entry {@code ALL} for every province; empty for none
 */
public record Jurisdiction(String region, List<String> crossProvince) {
  /** Stands for every province. */
  public static final String ALL = "ALL";

  private static final int MOST = 34;

  public Jurisdiction {
    crossProvince = List.copyOf(crossProvince);
    if (!region.matches("[1-9][0-9]{5}")) {
      throw new IllegalArgumentException("a region has six digits");
    }
    boolean provinces =
        crossProvince.size() <= MOST
            && crossProvince.stream().distinct().count() == crossProvince.size()
            && crossProvince.stream().allMatch(code -> code.matches("[1-9][0-9]0000"));
    if (!provinces && !crossProvince.equals(List.of(ALL))) {
      throw new IllegalArgumentException(
          "crossProvince is ALL alone, or different provinces of six digits ending in 0000");
    }
  }
}
