package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.quality.FaceQuality;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.FaceShape;
import egov.kiosk.identity.vision.Scratch;
import org.opencv.core.Mat;

/** A frame with one face in it; owns the pixels it looks at. */
final class SeenFace implements FrameView {
  private final FaceEngine engine;
  private final Scratch scratch;
  private final Mat picture;
  private final Mat straight;
  private final FaceBox box;
  private final FaceShape shape;
  private final FaceQuality quality;

  /**
   * @param scratch owns picture and straight, and is closed with this
   */
  SeenFace(
      FaceEngine engine,
      Scratch scratch,
      Mat picture,
      Mat straight,
      FaceBox box,
      FaceShape shape,
      FaceQuality quality) {
    this.engine = engine;
    this.scratch = scratch;
    this.picture = picture;
    this.straight = straight;
    this.box = box;
    this.shape = shape;
    this.quality = quality;
  }

  @Override
  public FaceHint hint() {
    return quality.hint();
  }

  @Override
  public boolean hasFace() {
    return true;
  }

  @Override
  public double quality() {
    return quality.score();
  }

  @Override
  public Embedding embed() {
    return engine.embed(straight);
  }

  @Override
  public Observation observe(long nanos) {
    return new Observation(picture, box, shape, nanos);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
