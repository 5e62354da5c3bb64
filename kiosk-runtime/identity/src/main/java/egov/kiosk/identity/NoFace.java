package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.vision.Embedding;

/** A frame in which nobody can be compared, or too many. */
record NoFace(FaceHint hint) implements FrameView {
  @Override
  public boolean hasFace() {
    return false;
  }

  @Override
  public double quality() {
    throw new IllegalStateException("no face");
  }

  @Override
  public Embedding embed() {
    throw new IllegalStateException("no face");
  }

  @Override
  public Observation observe(long nanos) {
    throw new IllegalStateException("no face");
  }

  @Override
  public void close() {}
}
