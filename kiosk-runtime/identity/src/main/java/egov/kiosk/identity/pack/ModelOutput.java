package egov.kiosk.identity.pack;

/** How the answer of a model is to be read. */
public enum ModelOutput {
  /**
   * Detector: {@code scores} N×2 (no face, face) and {@code boxes} N×4 (left, top, right, bottom as
   * fractions of the input).
   */
  SCORES_BOXES,
  /**
   * Detector: one map of 25 channels, five anchors of five values each (x, y, width, height, score)
   * before the logistic function, as the "tiny YOLO" family answers.
   */
  ANCHOR_GRID,
  /** Landmarker: 68 points, x and y in turn, as fractions of the input. */
  POINTS_68,
  /** Embedder: one vector. */
  VECTOR,
  /** Classifier: one score a class, before the softmax. */
  CLASSES
}
