package egov.kiosk.bench.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Similarities of one person's and of different people's looks, by how a look is decided. */
final class FusedScores {
  /** What decides: one picture, the mean of three, of six, or three and then, if need be, six. */
  enum Form {
    ONE,
    THREE,
    SIX,
    LOOK
  }

  private final Map<Form, DoubleStream.Builder> sameOnes = new EnumMap<>(Form.class);
  private final Map<Form, DoubleStream.Builder> others = new EnumMap<>(Form.class);
  private final Map<Form, double[]> sorted = new EnumMap<>(Form.class);
  private final Map<Form, double[]> sortedOthers = new EnumMap<>(Form.class);

  void add(Form form, boolean samePerson, double score) {
    (samePerson ? sameOnes : others).computeIfAbsent(form, f -> DoubleStream.builder()).add(score);
  }

  private static double[] sorted(
      Map<Form, double[]> known, Map<Form, DoubleStream.Builder> from, Form form) {
    return known.computeIfAbsent(
        form, f -> from.getOrDefault(f, DoubleStream.builder()).build().sorted().toArray());
  }

  /** The lowest threshold that at most this part of different people reach. */
  double threshold(Form form, double far) {
    double[] scores = sorted(sortedOthers, others, form);
    int allowed = (int) Math.floor(far * scores.length);
    return Math.nextUp(scores[scores.length - 1 - allowed]);
  }

  private static long reach(double[] scores, double threshold) {
    return Arrays.stream(scores).filter(score -> score >= threshold).count();
  }

  /** TAR and FAR at a threshold, with the counts that they rest on. */
  String line(Form form, String half, double threshold) {
    double[] one = sorted(sorted, sameOnes, form);
    double[] two = sorted(sortedOthers, others, form);
    long passed = reach(one, threshold);
    long wrong = reach(two, threshold);
    return String.format(
        Locale.ROOT,
        "fused %s %s threshold=%.4f tar %.1f%% (%d of %d) far %.1e (%d of %d)",
        form.name().toLowerCase(Locale.ROOT),
        half,
        threshold,
        100.0 * passed / Math.max(1, one.length),
        passed,
        one.length,
        (double) wrong / Math.max(1, two.length),
        wrong,
        two.length);
  }
}
