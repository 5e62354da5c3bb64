package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.vision.Embedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the labelled pairs of one person, and every left image with every right image of
 * somebody else in the same half: rates of one in ten thousand need more pairs than anybody labels.
 */
public final class Calibration {
  private final Pairs pairs;
  private final Faces faces;

  /**
   * @param folder where the images are; only read
   * @param prober the pack
   */
  public Calibration(Pairs pairs, Path folder, Prober prober) {
    this.pairs = pairs;
    this.faces = new Faces(folder, prober);
  }

  /**
   * Measures.
   *
   * @throws IOException when an image cannot be read, or a half is left without pairs
   */
  public Measurement measure(String packId) throws IOException {
    try {
      faces.read(pairs.lefts(), pairs.rights());
    } catch (java.io.UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    }
    Map<PortraitKind, Map<Half, Trials>> trials = new EnumMap<>(PortraitKind.class);
    for (PortraitKind kind : PortraitKind.values()) {
      Map<Half, Trials> halves = new EnumMap<>(Half.class);
      for (Half half : Half.values()) {
        halves.put(half, trials(kind, half));
      }
      trials.put(kind, halves);
    }
    return new Measurement(packId, trials);
  }

  private Trials trials(PortraitKind kind, Half half) throws IOException {
    Growing same = new Growing();
    int faceless = 0;
    for (Pairs.Pair pair : pairs.all()) {
      if (pair.same() && Half.of(Pairs.person(pair.left())) == half) {
        Optional<Embedding> left = faces.left(kind, pair.left());
        Optional<Embedding> right = faces.right(pair.right());
        boolean found = left.isPresent() && right.isPresent();
        faceless += found ? 0 : 1;
        same.add(found ? left.get().cosine(right.get()) : -1);
      }
    }
    Trials trials = new Trials(same.values(), different(kind, half), faceless);
    if (trials.same().length == 0 || trials.different().length == 0) {
      throw new IOException(
          "too few people: the "
              + half.name().toLowerCase(java.util.Locale.ROOT)
              + " half is empty");
    }
    return trials;
  }

  private float[] different(PortraitKind kind, Half half) {
    List<String> rights = within(pairs.rights().stream().toList(), half);
    Growing scores = new Growing();
    for (String left : within(pairs.lefts().stream().toList(), half)) {
      Optional<Embedding> one = faces.left(kind, left);
      String person = Pairs.person(left);
      for (String right : rights) {
        Optional<Embedding> other = faces.right(right);
        if (one.isPresent() && other.isPresent() && !Pairs.person(right).equals(person)) {
          scores.add(one.get().cosine(other.get()));
        }
      }
    }
    return scores.values();
  }

  private static List<String> within(List<String> images, Half half) {
    return images.stream().filter(image -> Half.of(Pairs.person(image)) == half).toList();
  }
}
