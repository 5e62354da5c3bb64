package egov.kiosk.domain.field;

import java.time.Instant;
import java.util.Objects;

/**
 * A point of a patrol (巡查轨迹).
 *
 * @param at when, by the tablet's clock
 * @param latitude degrees north, -90 to 90 (WGS 84)
 * @param longitude degrees east, -180 to 180 (WGS 84)
 * @param metres how far off it may be, 0 to 100,000
 */
public record TrackPoint(Instant at, double latitude, double longitude, int metres) {
  private static final int FARTHEST = 100_000;

  /**
   * @throws IllegalArgumentException when it lies nowhere
   */
  public TrackPoint {
    Objects.requireNonNull(at, "at");
    boolean somewhere = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!somewhere || metres < 0 || metres > FARTHEST) {
      throw new IllegalArgumentException("a point lies on the earth, give or take 100 km");
    }
  }
}
