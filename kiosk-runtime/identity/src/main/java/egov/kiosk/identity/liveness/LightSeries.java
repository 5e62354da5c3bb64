package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.ScreenLight;
import java.util.ArrayList;
import java.util.List;

/**
 * The colour of one part of a face over time, and how it followed the screen's light. Two colour
 * ratios are looked at, ln(red/green) and ln(blue/green), as a camera that adapts its exposure
 * changes all three colours alike.
 */
final class LightSeries {
  private final List<double[]> ratios = new ArrayList<>();

  /**
   * @param bgr mean blue, green and red
   */
  void add(double[] bgr) {
    double green = Math.log(Math.max(1, bgr[1]));
    ratios.add(
        new double[] {
          Math.log(Math.max(1, bgr[2])) - green, Math.log(Math.max(1, bgr[0])) - green
        });
  }

  /** The two ratios of a light. */
  static double[] of(ScreenLight light) {
    return new double[] {light.red() - light.green(), light.blue() - light.green()};
  }

  /** How strongly the part answered: change of the ratio for each unit of light. */
  double answer(List<double[]> lights) {
    return sums(lights)[0];
  }

  /** How well what was seen agrees with what was shown, -1 to 1. */
  double agreement(List<double[]> lights) {
    return sums(lights)[1];
  }

  /** How much the part's colour changed at all. */
  double unrest() {
    double[] mean = mean(ratios);
    double sum = 0;
    for (double[] ratio : ratios) {
      sum += square(ratio[0] - mean[0]) + square(ratio[1] - mean[1]);
    }
    return Math.sqrt(sum / Math.max(1, ratios.size()));
  }

  private double[] sums(List<double[]> lights) {
    double[] seen = mean(ratios);
    double[] shown = mean(lights);
    double both = 0;
    double light = 0;
    double answer = 0;
    for (int i = 0; i < ratios.size(); i++) {
      for (int k = 0; k < 2; k++) {
        double x = lights.get(i)[k] - shown[k];
        double y = ratios.get(i)[k] - seen[k];
        both += x * y;
        light += x * x;
        answer += y * y;
      }
    }
    if (light == 0 || answer == 0) {
      return new double[] {0, 0};
    }
    return new double[] {both / light, both / Math.sqrt(light * answer)};
  }

  private static double[] mean(List<double[]> values) {
    double a = 0;
    double b = 0;
    for (double[] value : values) {
      a += value[0];
      b += value[1];
    }
    int n = Math.max(1, values.size());
    return new double[] {a / n, b / n};
  }

  private static double square(double x) {
    return x * x;
  }
}
