package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.PortraitKind;
import java.util.Locale;

/** A measurement as a technician reads it: the table, and the curve in steps of ten. */
public final class MeasurementText {
  private static final double[] CURVE = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4};

  private MeasurementText() {}

  /** The whole report. */
  public static String of(Measurement measurement) {
    StringBuilder text = new StringBuilder();
    text.append("face pack ").append(measurement.packId()).append('\n');
    text.append(
        "portrait  FAR    threshold  | tuning half: TAR   | untouched half, same threshold: TAR  FAR\n");
    for (PortraitKind kind : PortraitKind.values()) {
      for (double far : Measurement.RATES) {
        row(text, measurement, kind, far);
      }
    }
    for (PortraitKind kind : PortraitKind.values()) {
      for (Half half : Half.values()) {
        Trials trials = measurement.trials(kind, half);
        text.append(
            String.format(
                Locale.ROOT,
                "%s, %s half: %d pairs of one person (%d without a face, counted as refused), %d of two%n",
                word(kind),
                word(half),
                trials.same().length,
                trials.faceless(),
                trials.different().length));
        curve(text, trials);
      }
    }
    return text.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void row(StringBuilder text, Measurement measured, PortraitKind kind, double far) {
    Trials tuning = measured.trials(kind, Half.TUNING);
    if (!tuning.measures(far)) {
      text.append(
          String.format(Locale.ROOT, "%-9s %.0e  too few pairs for this rate%n", word(kind), far));
      return;
    }
    double threshold = tuning.threshold(far);
    Trials untouched = measured.trials(kind, Half.UNTOUCHED);
    text.append(
        String.format(
            Locale.ROOT,
            "%-9s %.0e  %.4f     | %5.1f %%             | %5.1f %%  %.1e%n",
            word(kind),
            far,
            threshold,
            tuning.tar(threshold) * 100,
            untouched.tar(threshold) * 100,
            untouched.far(threshold)));
  }

  private static void curve(StringBuilder text, Trials trials) {
    text.append("  ROC:");
    for (double far : CURVE) {
      if (trials.measures(far)) {
        double tar = trials.tar(trials.threshold(far));
        text.append(String.format(Locale.ROOT, "  %.1f %% at %.0e", tar * 100, far));
      }
    }
    text.append('\n');
  }
}
