package egov.kiosk.identity.pack;

import java.util.Locale;

/** What a model of a face pack is for. */
public enum ModelRole {
  /** Finds faces in a picture. */
  DETECTOR(true),
  /** Finds 68 points in a face, of which five are used. */
  LANDMARKER(true),
  /** Turns an aligned face into a vector. */
  EMBEDDER(true),
  /** Tells a living face from a picture of one; a pack may have none. */
  LIVENESS(false),
  /** Tells open eyes from closed ones; a pack may have none. */
  EYE(false);

  private final boolean required;

  ModelRole(boolean required) {
    this.required = required;
  }

  /** Whether a pack without a model for this is refused. */
  public boolean required() {
    return required;
  }

  /** Whether a model of this role may answer so. */
  boolean answers(ModelOutput output) {
    return switch (this) {
      case DETECTOR -> output == ModelOutput.SCORES_BOXES || output == ModelOutput.ANCHOR_GRID;
      case LANDMARKER -> output == ModelOutput.POINTS_68;
      case EMBEDDER -> output == ModelOutput.VECTOR;
      case LIVENESS, EYE -> output == ModelOutput.CLASSES;
    };
  }

  /** The role as the manifest writes it, e.g. {@code detector}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
