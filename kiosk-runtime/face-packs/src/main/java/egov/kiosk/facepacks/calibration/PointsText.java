package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.OperatingPoint;
import egov.kiosk.identity.pack.PackManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts operating points into the text of a manifest, in place of those that were there. */
public final class PointsText {
  private PointsText() {}

  /** The lines of some points. */
  public static String of(List<OperatingPoint> points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      OperatingPoint point = points.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "point.%1$d.portrait = %2$s\npoint.%1$d.far = %3$.0e\npoint.%1$d.threshold = %4$.4f\n"
                  + "point.%1$d.measuredOn = %5$s\npoint.%1$d.pairs = %6$d\n",
              i + 1,
              point.portrait().name().toLowerCase(Locale.ROOT),
              point.far(),
              point.threshold(),
              point.measuredOn(),
              point.pairs()));
    }
    return text.toString();
  }

  /**
   * The manifest with other points, and a version of its own: its digest is another one.
   *
   * @throws FacePackException when what comes out is no manifest
   */
  public static byte[] into(byte[] manifest, String version, List<OperatingPoint> points)
      throws FacePackException {
    String kept =
        new String(manifest, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("point."))
            .map(line -> line.matches("version\\s*=.*") ? "version = " + version : line)
            .collect(Collectors.joining("\n", "", "\n"));
    byte[] fresh = (kept + of(points)).getBytes(StandardCharsets.UTF_8);
    PackManifest.parse(fresh);
    return fresh;
  }
}
