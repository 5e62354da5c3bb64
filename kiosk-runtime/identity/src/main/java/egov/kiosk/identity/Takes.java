package egov.kiosk.identity;

import egov.kiosk.identity.vision.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best pictures of one person in one look. What they have in common is compared: a mean over
 * several pictures is nearer to the person than any of them, and unlike the best of many tries it
 * does not let more strangers pass the longer it looks.
 */
final class Takes implements AutoCloseable {
  private static final int BEST = 5;

  private record Take(Embedding face, double quality) {}

  private final List<Take> best = new ArrayList<>();
  private final double same;
  private int count;

  /**
   * @param same cosine from which two live pictures show one person
   */
  Takes(double same) {
    this.same = same;
  }

  /**
   * Takes a picture over, or starts anew with it when it shows somebody else.
   *
   * @return whether it shows who the ones before showed
   */
  boolean add(Embedding face, double quality) {
    boolean known = best.isEmpty() || shows(face);
    if (!known) {
      close();
      count = 0;
    }
    count++;
    best.add(new Take(face, quality));
    best.sort(Comparator.comparingDouble(Take::quality).reversed());
    if (best.size() > BEST) {
      best.remove(best.size() - 1).face().close();
    }
    return known;
  }

  /** Whether a picture shows this person. */
  boolean shows(Embedding face) {
    return likeness(face) >= same;
  }

  /** Whether a picture, perhaps of a turned face, may show this person: half as surely. */
  boolean resembles(Embedding face) {
    return likeness(face) >= same / 2;
  }

  /** Cosine of what the pictures have in common with another face; at least one picture. */
  double likeness(Embedding other) {
    try (Embedding person =
        Embedding.mean(
            best.stream().map(Take::face).toList(), best.stream().map(Take::quality).toList())) {
      return person.cosine(other);
    }
  }

  /** How many pictures of this person were taken. */
  int count() {
    return count;
  }

  @Override
  public void close() {
    best.forEach(take -> take.face().close());
    best.clear();
  }
}
