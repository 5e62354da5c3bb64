package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.Alignment;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;

/**
 * Turns a face into a vector: straightened to the pack's template, then seen by its embedder. Not
 * for two threads at once.
 */
public final class FaceEmbedder {
  private static final int AIMS = 7;
  private static final double STEP = 2.0 / 112;
  private static final double ZOOM = 0.04;

  private final String packId;
  private final ModelInput input;
  private final Alignment alignment;
  private final List<Point> template;
  private final OnnxModel model;

  /** Loads the embedder of a pack. */
  public FaceEmbedder(FacePack pack) {
    this.packId = pack.id();
    this.input = pack.entry(ModelRole.EMBEDDER).input();
    this.alignment = pack.manifest().alignment();
    this.template =
        alignment.template().stream().map(spot -> new Point(spot.x(), spot.y())).toList();
    this.model = new OnnxModel(pack.model(ModelRole.EMBEDDER), input);
  }

  /**
   * The face cut out and straightened, as large as the model's input.
   *
   * @param points as {@link FaceLandmarker#allPoints} answers them
   */
  Mat straighten(Mat picture, List<Point> points, Scratch scratch) {
    return Similarity.fit(used(points), template).draw(picture, size(), scratch);
  }

  private List<Point> used(List<Point> points) {
    return alignment.points().stream().map(parts -> mean(points, parts)).toList();
  }

  private Size size() {
    return new Size(input.width(), input.height());
  }

  private static Point mean(List<Point> points, List<Integer> parts) {
    return new Point(
        parts.stream().mapToDouble(i -> points.get(i).x).average().orElseThrow(),
        parts.stream().mapToDouble(i -> points.get(i).y).average().orElseThrow());
  }

  /**
   * The vector of a straightened face: the mean of the face's and its mirror image's, as no side of
   * a face is the better one.
   */
  Embedding embed(Mat straight) {
    try (Scratch scratch = new Scratch()) {
      Mat mirrored = scratch.fresh();
      Core.flip(straight, mirrored, 1);
      try (Embedding one = once(straight);
          Embedding other = once(mirrored)) {
        return Embedding.mean(List.of(one, other), List.of(1.0, 1.0));
      }
    }
  }

  /**
   * The vector of a face in a small, coarse portrait, where no point is sure to a pixel: the mean
   * over the face straightened {@value #AIMS} times, a little off to every side, larger and
   * smaller.
   */
  Embedding embedCoarse(Mat picture, List<Point> points) {
    Similarity fit = Similarity.fit(used(points), template);
    double side = input.width();
    double step = side * STEP;
    List<Similarity> aims =
        List.of(
            fit,
            fit.then(1, step, 0),
            fit.then(1, -step, 0),
            fit.then(1, 0, step),
            fit.then(1, 0, -step),
            fit.about(1 + ZOOM, side / 2),
            fit.about(1 - ZOOM, side / 2));
    List<Embedding> faces = new ArrayList<>();
    try (Scratch scratch = new Scratch()) {
      for (Similarity aim : aims) {
        faces.add(embed(aim.draw(picture, size(), scratch)));
      }
      return Embedding.mean(faces, Collections.nCopies(faces.size(), 1.0));
    } finally {
      faces.forEach(Embedding::close);
    }
  }

  private Embedding once(Mat straight) {
    return new Embedding(packId, model.look(straight).get(0));
  }

  void forget() {
    model.forget();
  }
}
