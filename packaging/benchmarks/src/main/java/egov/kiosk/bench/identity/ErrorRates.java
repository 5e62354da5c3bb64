package egov.kiosk.bench.identity;

import egov.kiosk.facepacks.calibration.Calibration;
import egov.kiosk.facepacks.calibration.Half;
import egov.kiosk.facepacks.calibration.Measurement;
import egov.kiosk.facepacks.calibration.Pairs;
import egov.kiosk.facepacks.calibration.Prober;
import egov.kiosk.facepacks.calibration.Trials;
import egov.kiosk.identity.FaceProbe;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.vision.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TAR at FAR 1e-3 and 1e-4 of single pictures, as the face pack's calibration finds it. */
final class ErrorRates {
  private static final List<Double> RATES = List.of(1e-3, 1e-4);

  private ErrorRates() {}

  static List<String> run(Lab lab, Path folder) throws Exception {
    FacePack pack = lab.pack();
    FaceProbe probe = new FaceProbe(pack);
    Prober prober =
        new Prober() {
          @Override
          public Optional<Embedding> photo(byte[] file) {
            return probe.photo(file);
          }

          @Override
          public Optional<Embedding> card(byte[] file) {
            return probe.card(file);
          }
        };
    Measurement measured =
        new Calibration(Pairs.read(folder.resolve("pairs.tsv")), folder.resolve("images"), prober)
            .measure(pack.id());
    List<String> lines = new ArrayList<>();
    for (PortraitKind kind : PortraitKind.values()) {
      for (Half half : Half.values()) {
        Trials tuning = measured.trials(kind, Half.TUNING);
        Trials trials = measured.trials(kind, half);
        for (double far : RATES) {
          lines.add(line(kind, half, far, tuning.threshold(far), trials));
        }
      }
    }
    return lines;
  }

  /** The threshold is the tuning half's for both halves. */
  private static String line(
      PortraitKind kind, Half half, double far, double threshold, Trials trials) {
    return String.format(
        Locale.ROOT,
        "tar %s %s far=%.0e %.2f%% threshold=%.4f (far here %.1e) pairs=%d different=%d",
        kind,
        half,
        far,
        100 * trials.tar(threshold),
        threshold,
        trials.far(threshold),
        trials.same().length,
        trials.different().length);
  }
}
