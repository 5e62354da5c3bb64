package egov.kiosk.identity.pack;

import java.util.Locale;

/** What a model of a face pack is for. */
public enum ModelRole {
  /** Finds faces in a picture. */
  DETECTOR,
  /** Finds 68 points in a face, of which five are used. */
  LANDMARKER,
  /** Turns an aligned face into a vector. */
  EMBEDDER;

  /** The role as the manifest writes it, e.g. {@code detector}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
